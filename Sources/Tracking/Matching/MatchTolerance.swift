import Rearrangements

/// How many believable differences a read may have from a signature (article "Matching",
/// section 2).
///
/// A difference at a base of low quality is no evidence for another molecule; it is tolerated up to
/// a number, the same for clones and controls, so that what is lost to errors cancels in their
/// ratio.
package struct MatchTolerance: Hashable, Sendable, Codable {
  /// Differences outside the recombined bases of an IGH VDJ.
  package var ighMismatch = 1
  /// Differences inside the recombined bases of an IGH VDJ.
  package var ighNDNMismatch = 0
  /// Differences of a kappa or lambda rearrangement.
  package var igkMismatch = 0
  /// Differences of an IGH DJ.
  package var djMismatch = 0
  /// Phred score from which a difference is believed.
  package var trustedQuality = 30
  /// Most differences at bases of lower quality.
  package var untrustedMismatch = 3
  /// How many times likelier than the next the best explanation of a read must be.
  package var leastOdds = 100.0

  /// The defaults (article "The threshold profile", section 3).
  package init() {}

  /// Believable differences allowed outside the recombined bases.
  func allowed(_ type: RearrangementType?) -> Int {
    switch type {
    case .ighVDJ: ighMismatch
    case .ighDJ: djMismatch
    case .igkVJ, .igkVKde, .igkIntronKde, .iglVJ: igkMismatch
    case nil: ighMismatch
    }
  }

  /// Believable differences allowed inside the recombined bases.
  func allowedInNDN(_ type: RearrangementType?) -> Int {
    switch type {
    case .ighVDJ, nil: ighNDNMismatch
    case .ighDJ, .igkVJ, .igkVKde, .igkIntronKde, .iglVJ: 0
    }
  }

  /// The most differences a matching read may have in all.
  func maximumDifferences(_ type: RearrangementType?) -> Int {
    allowed(type) + allowedInNDN(type) + untrustedMismatch
  }
}
