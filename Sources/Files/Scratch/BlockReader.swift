package import Diagnostics

/// Reads the records of some blocks of a scratch file, one after the other.
package struct BlockReader {
  private let file: ScratchFile
  private var blocks: ArraySlice<ScratchFile.Block>
  private var reader = PackedReader([])
  private var records = 0

  /// Reads from the first block on.
  package init(_ blocks: [ScratchFile.Block], of file: ScratchFile) {
    (self.file, self.blocks) = (file, blocks[...])
  }

  /// The next record; `nil` behind the last.
  ///
  /// - Throws: `FILE-READ` if it cannot be read.
  package mutating func next<Record>(
    _ decode: (inout PackedReader) throws(PackedReader.Damage) -> Record
  ) throws(Diagnostic) -> Record? {
    while records == 0 {
      guard let block = blocks.popFirst() else { return nil }
      reader = PackedReader(try file.bytes(of: block)[...])
      records = block.records
    }
    records -= 1
    do throws(PackedReader.Damage) {
      return try decode(&reader)
    } catch {
      throw file.unreadable()
    }
  }
}
