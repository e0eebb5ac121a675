/// Folds the errors of a sample whose rearrangements need not be in memory together.
///
/// Only a clonotype of `ErrorCollapse.minimumParentReads` and more can be the parent of one with
/// another window. Those are few and come first, all of them; the others are then folded one type
/// and window at a time, in any order. The result is that of taking all clonotypes from the largest
/// to the smallest.
package struct ErrorFolding: Sendable {
  private let collapse: ErrorCollapse
  private var index: ParentIndex
  /// Parents, and behind them what was kept of the clonotypes at hand.
  private var kept: [Clonotype] = []
  private var candidates: [Int] = []

  /// Folds the large clonotypes of a sample into each other.
  ///
  /// - Parameters:
  ///   - collapse: What is an error.
  ///   - large: Every clonotype with `collapse.minimumParentReads` and more, in any order.
  package init(_ collapse: ErrorCollapse, large: [Clonotype]) {
    self.collapse = collapse
    index = ParentIndex(parts: max(1, collapse.maxEdit + 1))
    for clonotype in large.ranked() {
      index.candidates(for: clonotype, into: &candidates)
      guard !foldIn(clonotype) else { continue }
      index.add(clonotype, kept.count)
      kept.append(clonotype)
    }
  }

  /// The large clonotypes that are no errors, with the reads of all errors folded so far, in the order
  /// of their own reads.
  package var parents: [Clonotype] { kept }

  /// Folds smaller clonotypes of one type and window.
  ///
  /// - Parameter alike: All such clonotypes of the sample with fewer than
  ///   `collapse.minimumParentReads`, in any order.
  /// - Returns: Those that remain, with the reads of their errors, in the order of
  ///   `Clonotype.precedes`.
  package mutating func fold(_ alike: [Clonotype]) -> [Clonotype] {
    let parentCount = kept.count
    for clonotype in alike.count > 1 ? alike.ranked() : alike {
      index.candidates(for: clonotype, into: &candidates)
      candidates += parentCount..<kept.count
      if !foldIn(clonotype) { kept.append(clonotype) }
    }
    defer { kept.removeSubrange(parentCount...) }
    let remaining = Array(kept[parentCount...])
    return remaining.count > 1 ? remaining.ranked() : remaining
  }

  /// Adds a clonotype to the candidate that it is an error of; `false` if it is none's.
  private mutating func foldIn(_ clonotype: Clonotype) -> Bool {
    guard let parent = collapse.parent(of: clonotype, among: candidates, kept) else { return false }
    for replicate in kept[parent].replicateCounts.indices {
      kept[parent].replicateCounts[replicate] += clonotype.replicateCounts[replicate]
    }
    for replicate in kept[parent].molecules.indices {
      kept[parent].molecules[replicate].merge(clonotype.molecules[replicate])
    }
    kept[parent].foldedCount += clonotype.duplicateCount
    return true
  }
}
