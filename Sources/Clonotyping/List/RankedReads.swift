/// Reads of clonotypes by rank, most first, without an element for each of them.
package struct RankedReads: RandomAccessCollection, Sendable {
  private let reads: [Int]
  /// The rank behind the last clonotype of each number of reads.
  private let ends: [Int]

  /// Ranks clonotypes.
  ///
  /// - Parameter counts: How many clonotypes have how many reads.
  package init(_ counts: [Int: Int]) {
    let runs = counts.sorted { $0.key > $1.key }
    reads = runs.map(\.key)
    var end = 0
    ends = runs.map { run in
      end += run.value
      return end
    }
  }

  /// The first rank, 0.
  package var startIndex: Int { 0 }
  /// How many clonotypes there are.
  package var endIndex: Int { ends.last ?? 0 }

  /// The reads of the clonotype of a rank, from 0.
  package subscript(rank: Int) -> Int {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] > rank { high = middle } else { low = middle + 1 }
    }
    return reads[low]
  }
}
