import Clonotyping
import Diagnostics
import Files

/// Reads the rows of several runs as one, in the order of `ClonotypeTable.Row.precedes`; rows of one
/// rearrangement follow each other.
struct RowMerge {
  private var readers: [BlockReader]
  private var heads: [ClonotypeTable.Row?] = []
  /// The runs that have a row left, the one whose row is next at the end.
  private var order: [Int] = []

  /// Stands before the first row.
  ///
  /// - Throws: `FILE-READ` if a run cannot be read.
  init(_ runs: [RowRun]) throws(Diagnostic) {
    readers = runs.map(\.reader)
    heads = .init(repeating: nil, count: runs.count)
    for run in runs.indices { try advance(run) }
  }

  /// The next row; `nil` behind the last.
  ///
  /// - Throws: `FILE-READ` if a run cannot be read.
  mutating func next() throws(Diagnostic) -> ClonotypeTable.Row? {
    guard let run = order.popLast() else { return nil }
    let row = heads[run]
    try advance(run)
    return row
  }

  /// Takes the next row of a run and puts the run where it belongs.
  private mutating func advance(_ run: Int) throws(Diagnostic) {
    let next = try readers[run].next { reader throws(PackedReader.Damage) in
      try ClonotypeTable.Row(from: &reader)
    }
    heads[run] = next
    guard let next else { return }
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      if let other = heads[order[middle]], ClonotypeTable.Row.precedes(next, other) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    order.insert(run, at: low)
  }
}
