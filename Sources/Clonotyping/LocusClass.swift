package import Rearrangements

/// The classes within which clonotypes are compared with like ones (article "Index selection",
/// section 1).
package enum LocusClass: String, CaseIterable, Codable, Hashable, Sendable {
  /// Complete heavy-chain rearrangements.
  case ighVDJ = "IGH_VDJ"
  /// Incomplete heavy-chain rearrangements.
  case ighDJ = "IGH_DJ"
  /// V–Kde and intron–Kde rearrangements.
  case igkKde = "IGK_KDE"
  /// Kappa V–J rearrangements.
  case igkVJ = "IGK_VJ"
  /// Lambda rearrangements.
  case igl = "IGL"

  /// The class of a type.
  package init(_ type: RearrangementType) {
    switch type {
    case .ighVDJ: self = .ighVDJ
    case .ighDJ: self = .ighDJ
    case .igkVJ: self = .igkVJ
    case .igkVKde, .igkIntronKde: self = .igkKde
    case .iglVJ: self = .igl
    }
  }

  /// The place in the order of preference for tracking: the stablest and most specific first.
  package var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
