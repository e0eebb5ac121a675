import Clonotyping
import Nucleotides
import Rearrangements

extension ErrorCollapse {
  /// Folds clonotypes that are in memory together.
  ///
  /// - Parameter clonotypes: A sample's clonotypes, in any order.
  /// - Returns: Those that remain, with the reads of their errors, in the order of
  ///   `Clonotype.precedes`.
  func fold(_ clonotypes: some Sequence<Clonotype>) -> [Clonotype] {
    var large: [Clonotype] = []
    var small: [AlikeKey: [Clonotype]] = [:]
    for clonotype in clonotypes {
      if clonotype.duplicateCount >= minimumParentReads {
        large.append(clonotype)
      } else {
        small[AlikeKey(type: clonotype.type, window: clonotype.window), default: []]
          .append(clonotype)
      }
    }
    var folding = ErrorFolding(self, large: large)
    let kept = small.values.flatMap { folding.fold($0) }
    return (folding.parents + kept).ranked()
  }
}

/// What clonotypes have in common that are folded together.
private struct AlikeKey: Hashable {
  var type: RearrangementType
  var window: NucleotideSequence
}
