import Germline

/// A family of germline elements that are compared with each other, column by column.
package enum ElementClass: UInt8, CaseIterable, Hashable, Sendable {
  /// Heavy-chain V genes.
  case heavyV
  /// Kappa V genes.
  case kappaV
  /// Lambda V genes.
  case lambdaV
  /// The Jκ–Cκ intron up to its RSS.
  case kappaIntron
  /// Heavy-chain D genes with the genome before them.
  case heavyD
  /// Heavy-chain J genes with the intron after them.
  case heavyJ
  /// Kappa J genes with the intron after them.
  case kappaJ
  /// Lambda J genes with the intron after them.
  case lambdaJ
  /// The kappa deleting element.
  case kappaDeleting

  /// Whether the element is the 5′ one of its rearrangement.
  package var isFivePrime: Bool { rawValue <= Self.heavyD.rawValue }

  /// Whether the elements are V genes.
  package var isVariable: Bool { rawValue <= Self.lambdaV.rawValue }

  /// The classes that recombine with a 5′ class; empty for a 3′ class.
  package var partners: [ElementClass] {
    switch self {
    case .heavyV, .heavyD: [.heavyJ]
    case .kappaV: [.kappaJ, .kappaDeleting]
    case .lambdaV: [.lambdaJ]
    case .kappaIntron: [.kappaDeleting]
    case .heavyJ, .kappaJ, .lambdaJ, .kappaDeleting: []
    }
  }

  /// Where the alignment is sure to be, as an offset from the origin of the class: inside framework
  /// 3 of a V, at Trp/Phe118 of a J, and clear of the trimmed end of the others.
  var core: Int {
    switch self {
    case .heavyV, .kappaV, .lambdaV: -9
    case .kappaIntron: -20
    case .heavyD, .heavyJ, .kappaJ, .lambdaJ: 0
    case .kappaDeleting: 20
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
