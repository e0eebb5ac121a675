import Clonotyping
import Diagnostics
import Files

/// The rows of a table in a scratch file, in the order of `ClonotypeTable.Row.precedes`.
struct RowRun: Sendable {
  /// The file.
  let file: ScratchFile
  private let blocks: [ScratchFile.Block]

  /// Writes the rows of a table.
  ///
  /// - Throws: `FILE-WRITE` if they do not fit.
  init(_ table: ClonotypeTable, in file: ScratchFile) throws(Diagnostic) {
    var writer = BlockWriter()
    for index in table.inKeyOrder() {
      try writer.add(to: file) { table.row(at: index).encode(into: &$0) }
    }
    try writer.flush(to: file)
    (self.file, blocks) = (file, writer.blocks)
  }

  /// A reader that stands before the first row.
  var reader: BlockReader { BlockReader(blocks, of: file) }
}
