package import Crypto
package import Diagnostics

/// Writes records into a file that ends with the sha256 of what stands before, a block at a time.
package struct DigestedWriter {
  private static let blockSize = 1 << 18

  private let file: AtomicFile
  private var hash = SHA256()
  private var writer = PackedWriter()

  /// Writes into a file from its start.
  package init(_ file: AtomicFile) { self.file = file }

  /// Adds a record.
  ///
  /// - Throws: `FILE-WRITE` if it does not fit on the disk.
  package mutating func add(_ encode: (inout PackedWriter) -> Void) throws(Diagnostic) {
    encode(&writer)
    if writer.bytes.count >= Self.blockSize { try flush() }
  }

  /// Adds the digest and makes the file appear.
  ///
  /// - Returns: The sha256 of all records.
  /// - Throws: `FILE-WRITE` or `FILE-EXISTS`.
  package mutating func commit() throws(Diagnostic) -> SHA256.Digest {
    try flush()
    let digest = hash.finalize()
    try file.append(Array(digest).span)
    try file.commit()
    return digest
  }

  private mutating func flush() throws(Diagnostic) {
    hash.update(data: writer.bytes)
    try file.append(writer.bytes.span)
    writer.removeAll()
  }
}
