package import Germline
import Nucleotides
package import Rearrangements

/// How likely recombination makes the bases of a signature, summed over every way it could.
///
/// A way is a choice of alleles, of bases lost at each end and of bases added between. For a
/// signature S of L bases the sum is built from the left (article "Generation
/// model", section 2):
///
///     five(i)  = Σ P(allele) P(trim) · [the trimmed end fits S[0..<i]]
///     three(k) = Σ P(allele) P(trim) · [the trimmed start fits S[k..<L]]
///     P(S)     = Σ five(i) · N(i, k) · three(k)
///
/// with N(i, k) the chance to add just S[i..<k]. An IGH VDJ has a D and a second addition between.
/// Genes of a class are equally likely, and so are the alleles of a gene.
package struct GenerationModel: Sendable {
  private let parameters: GenerationParameters
  private let pools: [Pool: [GenerationElement]]

  private enum Pool: Hashable {
    case heavyV, heavyD, flankedD, heavyJ, kappaV, kappaJ, lambdaV, lambdaJ, intron, deleting
  }

  /// Takes the genes of a set.
  package init(_ germline: GermlineSet, _ parameters: GenerationParameters) {
    self.parameters = parameters
    func alleles(
      _ locus: Locus,
      _ segment: Segment,
      _ codes: (GermlineAllele) -> [UInt8]
    ) -> [GenerationElement] {
      let found = germline.alleles.filter { $0.locus == locus && $0.segment == segment }
      let sizes = Dictionary(grouping: found, by: \.gene).mapValues(\.count)
      return found.map {
        GenerationElement(codes($0), chance: 1 / Double(sizes.count * (sizes[$0.gene] ?? 1)))
      }
    }
    func whole(_ kind: GermlineElement.Kind) -> [GenerationElement] {
      germline.elements.filter { $0.kind == kind }.prefix(1)
        .map { GenerationElement($0.sequence.codes, chance: 1) }
    }
    pools = [
      .heavyV: alleles(.heavy, .v) { $0.sequence.codes },
      .heavyD: alleles(.heavy, .d) { $0.sequence.codes },
      .flankedD: alleles(.heavy, .d) { $0.upstream.codes + $0.sequence.codes },
      .heavyJ: alleles(.heavy, .j) { $0.sequence.codes + $0.downstream.codes },
      .kappaV: alleles(.kappa, .v) { $0.sequence.codes },
      .kappaJ: alleles(.kappa, .j) { $0.sequence.codes + $0.downstream.codes },
      .lambdaV: alleles(.lambda, .v) { $0.sequence.codes },
      .lambdaJ: alleles(.lambda, .j) { $0.sequence.codes + $0.downstream.codes },
      .intron: whole(.kappaIntron),
      .deleting: whole(.kappaDeleting),
    ]
  }

  private static func ends(of type: RearrangementType) -> (five: Pool, three: Pool) {
    switch type {
    case .ighVDJ: (.heavyV, .heavyJ)
    case .ighDJ: (.flankedD, .heavyJ)
    case .igkVJ: (.kappaV, .kappaJ)
    case .igkVKde: (.kappaV, .deleting)
    case .igkIntronKde: (.intron, .deleting)
    case .iglVJ: (.lambdaV, .lambdaJ)
    }
  }

  /// The chance that one rearrangement of a type has a signature.
  ///
  /// - Parameters:
  ///   - signature: The bases; an unknown one fits everything.
  ///   - type: The kind of recombination.
  /// - Returns: `0...1`; an upper bound for types that mutate, since a germline base that is not
  ///   mutated counts as certain.
  package func chance(of signature: Signature, type: RearrangementType) -> Double {
    let habits = parameters[type]
    let sums = GenerationSums(
      signature.bases.codes,
      habits,
      mutation: habits.isMutated ? parameters.hypermutation : 0
    )
    let (five, three) = Self.ends(of: type)
    var reached = sums.five(pools[five] ?? [])
    reached = sums.added(reached, habits.firstAddition)
    if type == .ighVDJ {
      reached = sums.diversity(reached, pools[.heavyD] ?? [])
      reached = sums.added(reached, habits.secondAddition)
    }
    let rest = sums.three(pools[three] ?? [])
    return min(1, zip(reached, rest).reduce(0) { $0 + $1.0 * $1.1 })
  }
}
