package import Clonotyping
import Nucleotides

/// How often signatures occur among other subjects' clonotypes.
package struct BackgroundCounts: Sendable {
  /// Clonotypes looked at, by class.
  package private(set) var templates: [LocusClass: Int] = [:]
  /// Clonotypes with a signature within its tolerance.
  package private(set) var matches: [SignatureTarget: Int] = [:]
  private let matcher: SignatureMatcher

  /// Prepares to count some signatures.
  package init(_ targets: [SignatureTarget], tolerance: MatchTolerance) {
    matcher = SignatureMatcher(targets, tolerance: tolerance)
  }

  /// Counts one clonotype.
  ///
  /// - Parameters:
  ///   - codes: Its bases, coding strand.
  ///   - locusClass: Its class; signatures of others are not looked for.
  package mutating func add(_ codes: Span<UInt8>, _ locusClass: LocusClass) {
    templates[locusClass, default: 0] += 1
    for (number, start, _) in matcher.neighbours(of: codes) {
      let target = matcher.targets[number]
      guard let type = target.type, LocusClass(type) == locusClass else { continue }
      let bases = target.signature.bases.codes
      var outside = 0
      var inside = 0
      for offset in bases.indices where codes[start + offset] != bases[offset] {
        if target.signature.ndn.contains(offset) { inside += 1 } else { outside += 1 }
      }
      guard outside <= matcher.tolerance.allowed(type),
        inside <= matcher.tolerance.allowedInNDN(type)
      else { continue }
      matches[target, default: 0] += 1
    }
  }
}
