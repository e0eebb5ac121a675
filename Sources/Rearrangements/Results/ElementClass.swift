package import Germline

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

  /// Whether the elements are J genes.
  package var isJoining: Bool {
    switch self {
    case .heavyJ, .kappaJ, .lambdaJ: true
    case .heavyV, .kappaV, .lambdaV, .kappaIntron, .heavyD, .kappaDeleting: false
    }
  }

  /// The locus of the elements.
  package var locus: Locus {
    switch self {
    case .heavyV, .heavyD, .heavyJ: .heavy
    case .kappaV, .kappaJ, .kappaIntron, .kappaDeleting: .kappa
    case .lambdaV, .lambdaJ: .lambda
    }
  }

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

  /// Where the alignment is sure to be, as an offset from the origin of the class, nt: inside framework
  /// 3 of a V, at Trp/Phe118 of a J, and clear of the trimmed end of the others.
  ///
  /// Chosen here: trimming takes a V's bases behind Cys104 and a J's before Trp/Phe118, and seldom more
  /// than 20 of the intron or the Kde.
  var core: Int {
    switch self {
    case .heavyV, .kappaV, .lambdaV: -9
    case .kappaIntron: -20
    case .heavyD, .heavyJ, .kappaJ, .lambdaJ: 0
    case .kappaDeleting: 20
    }
  }
}
