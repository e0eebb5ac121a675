package import Crypto
package import Diagnostics

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Reads the records of a file that ends with the sha256 of what stands before, a window at a time.
package struct DigestedFile: ~Copyable {
  private static let windowSize = 1 << 20

  /// Bytes of the file.
  package let size: Int
  private let path: String
  private let number: Int32
  /// Where the window begins.
  private var start = 0
  private var windowCount = 0
  private var reader = PackedReader([])

  /// Opens a file and stands before its first record.
  ///
  /// - Throws: `FILE-MISSING` if it cannot be read.
  package init(path: String) throws(Diagnostic) {
    let entry = FileSystemEntry(path: path)
    self.path = path
    size = entry.size ?? 0
    // SAFETY: the path is a terminated string that lives through the call.
    number = unsafe entry.kind == .file ? open(path, O_RDONLY | O_CLOEXEC) : -1
    guard number >= 0 else { throw InputFile.missing(path) }
  }

  deinit { _ = close(number) }

  /// Bytes before the digest.
  private var bodySize: Int { max(0, size - SHA256.byteCount) }

  /// Whether every record was read.
  package var isAtEnd: Bool { start + windowCount == bodySize && reader.isAtEnd }

  /// The sha256 of all records and that of the whole file.
  ///
  /// - Returns: Both; `nil` if the one at the file's end is not that of the records.
  /// - Throws: `FILE-READ` if reading stops half-way.
  package func digests() throws(Diagnostic) -> (records: SHA256.Digest, file: SHA256.Digest)? {
    var hash = SHA256()
    var place = 0
    while place < bodySize {
      let piece = try bytes(at: place, min(Self.windowSize, bodySize - place))
      hash.update(data: piece)
      place += piece.count
    }
    let end = try bytes(at: place, size - place)
    let records = hash.finalize()
    guard end.elementsEqual(records) else { return nil }
    hash.update(data: end)
    return (records, hash.finalize())
  }

  /// Reads a record; where it does not fit into the window the window grows.
  ///
  /// - Throws: `Damage` if the bytes are something else, or cannot be read.
  package mutating func record<Record>(
    _ decode: (inout PackedReader) throws(PackedReader.Damage) -> Record
  ) throws(PackedReader.Damage) -> Record {
    while true {
      var attempt = reader
      do throws(PackedReader.Damage) {
        let record = try decode(&attempt)
        reader = attempt
        return record
      } catch {
        guard start + windowCount < bodySize else { throw error }
        try grow()
      }
    }
  }

  /// Reads a text.
  ///
  /// - Throws: `Damage` if the bytes are something else, or cannot be read.
  package mutating func text() throws(PackedReader.Damage) -> String {
    try record { reader throws(PackedReader.Damage) in try reader.text() }
  }

  /// Begins the window at the next record and makes it larger than what was left of it.
  private mutating func grow() throws(PackedReader.Damage) {
    let left = windowCount - reader.consumed
    start += reader.consumed
    windowCount = min(max(Self.windowSize, 2 * left), bodySize - start)
    guard let bytes = try? bytes(at: start, windowCount) else { throw PackedReader.Damage() }
    reader = PackedReader(bytes[...])
  }

  private func bytes(at place: Int, _ count: Int) throws(Diagnostic) -> [UInt8] {
    do throws(SystemFault) {
      return try readBytes(of: number, at: place, count)
    } catch {
      throw Diagnostic(
        code: "FILE-READ",
        message: "reading stopped after \(place) bytes: \(error.words)",
        location: .init(path: path)
      )
    }
  }
}
