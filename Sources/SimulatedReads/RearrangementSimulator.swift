package import Germline
import Nucleotides
package import Rearrangements

/// Draws rearrangements of every type from a germline set.
///
/// The same set, seed and calls give the same molecules on every machine. Genes are drawn evenly;
/// alleles without their conserved codon are left out, because their junction has no truth.
package struct RearrangementSimulator: Sendable {
  private let alleles: [Locus: [Segment: [GermlineAllele]]]
  private let kappaDeleting: NucleotideSequence
  private let kappaIntron: NucleotideSequence
  private let flank: Int

  /// Prepares a set.
  ///
  /// - Parameters:
  ///   - germline: The set.
  ///   - flank: Bases of the genome kept before a D and of each kappa element, nt; as far as the
  ///     set knows them.
  package init(_ germline: GermlineSet, flank: Int = 150) {
    var alleles: [Locus: [Segment: [GermlineAllele]]] = [:]
    for allele in germline.alleles where allele.segment == .d || allele.anchor != nil {
      alleles[allele.locus, default: [:]][allele.segment, default: []].append(allele)
    }
    self.alleles = alleles
    self.flank = flank
    func bases(_ kind: GermlineElement.Kind) -> NucleotideSequence {
      germline.elements.first { $0.kind == kind }?.sequence ?? NucleotideSequence()
    }
    (kappaDeleting, kappaIntron) = (bases(.kappaDeleting), bases(.kappaIntron))
  }

  /// Draws one rearrangement.
  ///
  /// - Parameters:
  ///   - type: The kind of recombination.
  ///   - substitutionRate: The chance that a base of V or J is substituted, in `0...1`; the codons
  ///     that anchor the junction stay.
  ///   - habits: Trimming and additions; `nil` takes those of the locus.
  ///   - random: The random source.
  /// - Returns: The rearrangement; `nil` if the set lacks an element of the type.
  package func rearrangement(
    of type: RearrangementType,
    substitutionRate: Double = 0,
    habits: RecombinationHabits? = nil,
    using random: inout SeededGenerator
  ) -> SimulatedRearrangement? {
    let habits = habits ?? .usual(in: type.locus)
    var draft = RearrangementDraft(type)
    switch type {
    case .ighVDJ, .igkVJ, .iglVJ, .igkVKde:
      guard let v = draw(.v, in: type.locus, using: &random) else { return nil }
      draft.appendVariable(v, trim: random.trim(habits.fiveTrim))
    case .ighDJ:
      guard let d = draw(.d, in: .heavy, using: &random) else { return nil }
      draft.appendDiversity(d, flank: flank, trim: random.trim(habits.fiveTrim))
    case .igkIntronKde:
      guard !kappaIntron.isEmpty else { return nil }
      let kept = kappaIntron.codes.dropLast(random.trim(habits.fiveTrim)).suffix(flank)
      draft.appendElement(kept)
    }
    draft.beginNDN()
    draft.append(random.bases(habits.addition))
    if type == .ighVDJ {
      guard let d = draw(.d, in: .heavy, using: &random) else { return nil }
      let trims = (random.trim(habits.diversityTrim), random.trim(habits.diversityTrim))
      draft.appendDiversity(d, trims: trims)
      draft.append(random.bases(habits.addition))
    }
    draft.endNDN()
    switch type {
    case .ighVDJ, .ighDJ, .igkVJ, .iglVJ:
      guard let j = draw(.j, in: type.locus, using: &random) else { return nil }
      draft.appendJoining(j, trim: random.trim(habits.threeTrim))
    case .igkVKde, .igkIntronKde:
      guard !kappaDeleting.isEmpty else { return nil }
      draft.appendElement(
        kappaDeleting.codes.dropFirst(random.trim(habits.threeTrim)).prefix(flank)
      )
    }
    draft.substitute(at: substitutionRate, using: &random)
    return draft.rearrangement
  }

  private func draw(
    _ segment: Segment,
    in locus: Locus,
    using random: inout SeededGenerator
  ) -> GermlineAllele? {
    random.element(of: alleles[locus]?[segment] ?? [])
  }
}

extension SeededGenerator {
  /// How many bases one end loses.
  fileprivate mutating func trim(_ mean: Double) -> Int {
    geometric(mean: mean, limit: RecombinationHabits.longestTrim)
  }

  /// The bases one joint gains, every base as likely as the others.
  fileprivate mutating func bases(_ mean: Double) -> [UInt8] {
    let count = geometric(mean: mean, limit: RecombinationHabits.longestAddition)
    return (0..<count).map { _ in UInt8(below(4)) }
  }
}
