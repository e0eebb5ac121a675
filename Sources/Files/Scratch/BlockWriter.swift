package import Diagnostics

/// Collects records and puts them into a scratch file block by block.
package struct BlockWriter {
  /// Bytes from which a block goes to the file.
  private static let blockSize = 1 << 16

  /// The blocks in the file, in the order of their records.
  package private(set) var blocks: [ScratchFile.Block] = []
  private var writer = PackedWriter()
  private var records = 0

  /// Starts with nothing written.
  package init() {}

  /// Adds a record.
  ///
  /// - Throws: `FILE-WRITE` if a full block does not fit.
  package mutating func add(
    to file: ScratchFile,
    _ encode: (inout PackedWriter) -> Void
  ) throws(Diagnostic) {
    encode(&writer)
    records += 1
    if writer.bytes.count >= Self.blockSize { try flush(to: file) }
  }

  /// Writes what has not been written; call it after the last record.
  ///
  /// - Throws: `FILE-WRITE` if it does not fit.
  package mutating func flush(to file: ScratchFile) throws(Diagnostic) {
    guard records > 0 else { return }
    blocks.append(try file.append(writer.bytes, records: records))
    writer.removeAll()
    records = 0
  }
}
