import Clonotyping
import Diagnostics
import Files

extension SampleCounts {
  /// Rearrangements that are put together at once where they come from files.
  private static let chunk = 4_096

  /// Moves the table's rows to a file if the table takes more memory than it may.
  ///
  /// - Parameters:
  ///   - budget: What the table may take.
  ///   - folder: The folder for the file.
  /// - Throws: `FILE-CREATE` or `FILE-WRITE` naming the folder.
  mutating func spill(beyond budget: MemoryBudget, to folder: String) throws(Diagnostic) {
    if table.byteCount > budget.tableBytes, table.count > 0 { try spill(to: folder) }
  }

  /// Moves the table's rows to where others are already, so that they can be read together; does
  /// nothing if all are in the table.
  ///
  /// - Throws: `FILE-WRITE` naming the folder.
  mutating func settle() throws(Diagnostic) {
    if let run = runs.first, table.count > 0 { try spill(to: run.file.folder) }
  }

  private mutating func spill(to folder: String) throws(Diagnostic) {
    let file: ScratchFile
    if let run = runs.first { file = run.file } else { file = try ScratchFile(in: folder) }
    runs.append(try RowRun(table, in: file))
    table = ClonotypeTable(replicateCount: table.replicateCount)
  }

  /// Forgets all rearrangements.
  mutating func removeRearrangements() {
    table = ClonotypeTable(replicateCount: table.replicateCount)
    runs = []
  }

  /// Calls a function with all rearrangements, table by table.
  ///
  /// Each is in one table, and those of one type and window are in the same; types and windows are
  /// in order from table to table. Call `settle()` before.
  ///
  /// - Throws: What the function throws, or `FILE-READ`.
  func forEachTable(
    _ body: (ClonotypeTable) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    guard !runs.isEmpty else { return try body(table) }
    precondition(table.count == 0, "rearrangements in a table and in files")
    var merge = try RowMerge(runs)
    var chunk = ClonotypeTable(replicateCount: table.replicateCount)
    var last: ClonotypeTable.Row?
    while let row = try merge.next() {
      if chunk.count >= Self.chunk, last?.isAlike(row) == false {
        try body(chunk)
        chunk = ClonotypeTable(replicateCount: table.replicateCount)
      }
      chunk.add(row)
      last = row
    }
    try body(chunk)
  }
}
