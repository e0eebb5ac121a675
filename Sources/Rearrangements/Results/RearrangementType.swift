package import Germline

/// The kinds of recombination the program knows; raw values are those of the JSON records.
package enum RearrangementType: String, CaseIterable, Hashable, Sendable, Codable {
  /// A complete heavy-chain rearrangement.
  case ighVDJ = "IGH_VDJ"
  /// An incomplete heavy-chain rearrangement, D to J.
  case ighDJ = "IGH_DJ"
  /// A kappa rearrangement.
  case igkVJ = "IGK_VJ"
  /// A kappa V joined to the kappa deleting element.
  case igkVKde = "IGK_VKDE"
  /// The Jκ–Cκ intron joined to the kappa deleting element.
  case igkIntronKde = "IGK_INTRKDE"
  /// A lambda rearrangement.
  case iglVJ = "IGL_VJ"

  /// The locus.
  package var locus: Locus {
    switch self {
    case .ighVDJ, .ighDJ: .heavy
    case .igkVJ, .igkVKde, .igkIntronKde: .kappa
    case .iglVJ: .lambda
    }
  }
}

extension RearrangementType {
  /// The type that a 5′ and a 3′ element make; `nil` if they do not recombine.
  init?(_ five: ElementClass, _ three: ElementClass) {
    switch (five, three) {
    case (.heavyV, .heavyJ): self = .ighVDJ
    case (.heavyD, .heavyJ): self = .ighDJ
    case (.kappaV, .kappaJ): self = .igkVJ
    case (.kappaV, .kappaDeleting): self = .igkVKde
    case (.kappaIntron, .kappaDeleting): self = .igkIntronKde
    case (.lambdaV, .lambdaJ): self = .iglVJ
    default: return nil
    }
  }
}
