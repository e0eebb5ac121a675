import Alignments
import Nucleotides
package import Rearrangements

/// How many unrelated cells of a follow-up would show a clonotype's signature by chance.
///
/// μ_fp = N_B · P, with the rough bound of DOMAIN 3.7: P ≤ 4^(−n) / combinations, n the bases added
/// at random and the combinations those of the type's gene segments. Trimming and hypermutation
/// make P smaller still.
package struct ExpectedBackground: Sendable {
  private let geneCounts: [Int]

  /// Counts the genes of a germline set.
  package init(_ annotator: Annotator) {
    geneCounts = ElementClass.allCases.map { max(1, annotator[$0].geneNames.count) }
  }

  /// The expected number of templates among `polyclonalTemplates` of the class.
  package func templates(
    of rearrangement: Rearrangement,
    among polyclonalTemplates: Double
  ) -> Double {
    let added = rearrangement.np1.count + (rearrangement.np2?.count ?? 0)
    let chance = exponential(-Double(added) * naturalLogarithm(4)) / combinations(rearrangement)
    return polyclonalTemplates * chance
  }

  private func combinations(_ rearrangement: Rearrangement) -> Double {
    func genes(_ elementClass: ElementClass) -> Double {
      Double(geneCounts[Int(elementClass.rawValue)])
    }
    return switch rearrangement.type {
    case .ighVDJ:
      genes(.heavyV) * genes(.heavyJ) * (rearrangement.d == nil ? 1 : genes(.heavyD))
    case .ighDJ: genes(.heavyD) * genes(.heavyJ)
    case .igkVJ: genes(.kappaV) * genes(.kappaJ)
    case .igkVKde: genes(.kappaV)
    case .igkIntronKde: 1
    case .iglVJ: genes(.lambdaV) * genes(.lambdaJ)
    }
  }
}
