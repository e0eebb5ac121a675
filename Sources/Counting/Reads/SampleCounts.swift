import Clonotyping
package import Files
import Tracking

/// What the reads of a sample amount to.
package struct SampleCounts: Sendable {
  /// Distinct rearrangements, controls' own reads left out.
  var table: ClonotypeTable
  /// Further rearrangements in files; one may be in several of them and in the table.
  var runs: [RowRun] = []
  /// Reads without a difference, by replicate and target.
  var exact: [[Int]]
  /// Reads with differences, by replicate, target and differences.
  var differing: [[[ReadDifferences: Int]]]
  /// The bases of reads with a tracked junction.
  var subclones: SubcloneTally
  /// Reads by molecule, by replicate and target; without identifiers no targets.
  var families: [[MoleculeFamilies]]
  /// Pairs by replicate.
  var pairs: [Int]
  /// Reads that several targets explain about equally well.
  var ambiguous = 0
  /// Pairs read, joined, set aside as controls, annotated.
  package var stages: CountedStages
  /// The read files with size and sha256.
  package var inputs: [FileIdentity]

  /// Reads of each target without a difference, replicates together.
  var exactReads: [Int] {
    (exact.first ?? []).indices.map { target in exact.reduce(0) { $0 + $1[target] } }
  }

  /// The reads of every target when each read has gone to its likeliest origin.
  ///
  /// - Parameters:
  ///   - attribution: Decides about reads with differences.
  ///   - identifiers: Where reads carry a molecular identifier; `nil` if they do not.
  /// - Returns: The reads by replicate and target, and the molecules behind them.
  func attributed(
    _ attribution: ReadAttribution,
    _ identifiers: UMIPattern?
  ) -> AttributedReads {
    var result = AttributedReads(reads: exact, ambiguous: ambiguous, ofNeighbours: 0)
    if let identifiers {
      result.molecules = AttributedMolecules(families, identifiers, attribution)
    }
    for replicate in differing.indices {
      for target in differing[replicate].indices {
        for (differences, count) in differing[replicate][target] {
          switch attribution.owner(differences, of: target) {
          case .target: result.reads[replicate][target] += count
          case .neighbour: result.ofNeighbours += count
          case .ambiguous: result.ambiguous += count
          }
        }
      }
    }
    return result
  }
}
