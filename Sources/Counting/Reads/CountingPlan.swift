import Clonotyping
package import Rearrangements
import SequenceIO
import Tracking

/// What every read of a sample is held against; shared by all threads.
package struct CountingPlan: Sendable {
  /// Finds rearrangements.
  package var annotator: Annotator
  /// Finds the assay's primers.
  var primers: PrimerSet
  /// Finds controls and tracked clones.
  var matcher: SignatureMatcher
  /// Whether each of the matcher's targets is a control, whose reads are no repertoire.
  var isControl: [Bool]
  /// Where reads carry a molecular identifier; `nil` if they do not.
  var identifiers: UMIPattern?
  /// How many replicates the sample has.
  var replicateCount: Int
  /// An empty tally of the clones whose reads are laid on their bases.
  var subclones = SubcloneTally()
}

extension Annotator {
  /// The numbers of the genes that some rows of a class belong to, ascending.
  func genes(_ rows: [Int], of elementClass: ElementClass) -> [UInt16] {
    let matrix = self[elementClass]
    var genes: [UInt16] = []
    for row in rows where !genes.contains(matrix.genes[row]) { genes.append(matrix.genes[row]) }
    genes.sort()
    return genes
  }
}
