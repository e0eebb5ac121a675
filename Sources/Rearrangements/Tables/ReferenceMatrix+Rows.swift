import Germline
import Nucleotides

extension ReferenceMatrix.Row {
  /// The rows of a class in a germline set, in its order; alleles without an anchor are laid on
  /// their nearest relative.
  static func rows(of elementClass: ElementClass, in set: GermlineSet) -> [ReferenceMatrix.Row] {
    switch elementClass {
    case .heavyV: variables(.heavy, in: set)
    case .kappaV: variables(.kappa, in: set)
    case .lambdaV: variables(.lambda, in: set)
    case .heavyJ: joinings(.heavy, in: set)
    case .kappaJ: joinings(.kappa, in: set)
    case .lambdaJ: joinings(.lambda, in: set)
    case .heavyD:
      diversities(in: set)
    case .kappaIntron:
      set.elements.filter { $0.kind == .kappaIntron }.map {
        Self(
          name: $0.kind.rawValue,
          bases: $0.sequence.codes,
          before: $0.sequence.count
        )
      }
    case .kappaDeleting:
      set.elements.filter { $0.kind == .kappaDeleting }.map {
        Self(
          name: $0.kind.rawValue,
          bases: $0.sequence.codes,
          before: 0
        )
      }
    }
  }

  /// The V set apart of a class; none for what is no V.
  static func setApart(of elementClass: ElementClass, in set: GermlineSet) -> [ReferenceMatrix.Row]
  {
    guard elementClass.isVariable else { return [] }
    let anchored = set.alleles(of: .v, in: elementClass.locus).filter { $0.anchor != nil }
    return set.setApart.filter { $0.locus == elementClass.locus }.compactMap {
      variable($0, after: anchored)
    }
  }

  private static func variables(_ locus: Locus, in set: GermlineSet) -> [ReferenceMatrix.Row] {
    let alleles = set.alleles.filter { $0.segment == .v && $0.locus == locus }
    let anchored = alleles.filter { $0.anchor != nil }
    return alleles.compactMap { variable($0, after: anchored) }
  }

  private static func variable(
    _ allele: GermlineAllele,
    after anchored: [GermlineAllele]
  ) -> ReferenceMatrix.Row? {
    let bases = allele.sequence.codes
    guard let anchor = allele.anchor ?? borrowedAnchor(for: bases, from: anchored) else {
      return nil
    }
    return Self(
      name: allele.name,
      bases: bases,
      before: anchor,
      functionality: allele.functionality
    )
  }

  /// The shortest D that is looked for before another one, nt: shorter ones are there by chance.
  ///
  /// Chosen here; IGHD7-27 has 11 and the next one 16.
  private static let minimumForeignLength = 16

  /// D genes with the genome before them, as far as it holds no other D: a read of that one would
  /// vote for both.
  private static func diversities(in set: GermlineSet) -> [ReferenceMatrix.Row] {
    let alleles = set.alleles.filter { $0.segment == .d }
    return alleles.filter { !$0.upstream.isEmpty }.map { allele in
      var flank = allele.upstream.codes[...]
      for other in alleles where other.sequence.count >= minimumForeignLength {
        let wanted = other.sequence.codes
        guard flank.count >= wanted.count else { continue }
        let last = (flank.startIndex...(flank.endIndex - wanted.count)).last {
          flank[$0..<($0 + wanted.count)].elementsEqual(wanted)
        }
        if let last { flank = flank[(last + wanted.count)...] }
      }
      return Self(
        name: allele.name,
        bases: flank + allele.sequence.codes,
        before: flank.count
      )
    }
  }

  private static func joinings(_ locus: Locus, in set: GermlineSet) -> [ReferenceMatrix.Row] {
    set.alleles.filter { $0.segment == .j && $0.locus == locus }.compactMap { allele in
      guard let anchor = allele.anchor else { return nil }
      return Self(
        name: allele.name,
        bases: allele.sequence.codes,
        before: anchor
      )
    }
  }

  /// Bases before Cys104 by which relatives are compared, nt: framework 3, the most conserved part.
  ///
  /// Chosen here.
  private static let comparedLength = 60
  /// How far the anchors of relatives may lie apart, nt: four codons.
  ///
  /// Chosen here.
  private static let maximumShift = 12

  /// Where the codon of Cys104 would be in an allele that has lost it: where the relative most similar
  /// around it has it, without gaps, of each gene the first allele.
  private static func borrowedAnchor(
    for bases: [UInt8],
    from anchored: [GermlineAllele]
  ) -> Int? {
    var best: (equal: Int, anchor: Int)?
    var genes: Set<Substring> = []
    for other in anchored where genes.insert(other.gene).inserted {
      guard let anchor = other.anchor else { continue }
      let codes = other.sequence.codes
      for shift in -maximumShift...maximumShift where anchor + shift + 3 <= bases.count {
        var equal = 0
        for index in max(0, -shift, anchor - comparedLength)..<codes.count
        where index + shift < bases.count {
          if codes[index] == bases[index + shift] { equal += 1 }
        }
        if equal > best?.equal ?? 0 { best = (equal, anchor + shift) }
      }
    }
    return best?.anchor
  }
}
