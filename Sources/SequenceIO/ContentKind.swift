/// What a file's decompressed contents are, recognised by their first bytes.
enum ContentKind: Hashable, Sendable {
  case fastq
  case fasta
  /// There are no bytes.
  case empty
  /// Anything else, named for the user.
  case other(String)

  /// How many bytes are enough to tell.
  static let length = 16

  /// Recognises contents.
  ///
  /// - Parameter start: The first `length` bytes or all there are.
  init(start: Span<UInt8>) {
    guard let first = start.isEmpty ? nil : start[0] else {
      self = .empty
      return
    }
    if let sign = Self.signs.first(where: { start.starts(with: $0.bytes) }) {
      self = .other(sign.name)
    } else if first == UInt8(ascii: "@") {
      self = .fastq
    } else if first == UInt8(ascii: ">") {
      self = .fasta
    } else {
      self = .other("data that start with \(quoted(first))")
    }
  }

  private static let signs: [(bytes: [UInt8], name: String)] = [
    (Array("@HD\tVN:".utf8), "SAM"),
    (Array("@SQ\tSN:".utf8), "SAM"),
    (Array("BAM\u{1}".utf8), "BAM"),
    (Array("CRAM".utf8), "CRAM"),
    (Array("NCBI.sra".utf8), "an SRA archive"),
    ([0x1F, 0x8B], "gzip inside a compressed file"),
    (Array("BZh".utf8), "bzip2 inside a compressed file"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an xz archive"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive"),
    ([0x04, 0x22, 0x4D, 0x18], "an LZ4 archive"),
    ([0x50, 0x4B, 0x03, 0x04], "a zip archive"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive"),
    (Array("%PDF".utf8), "a PDF document"),
    (Array("<!DOCTYPE".utf8), "a web page"),
    (Array("<html".utf8), "a web page"),
    ([0x89, 0x48, 0x44, 0x46], "an HDF5 file"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ([0xEF, 0xBB, 0xBF], "text with a byte-order mark"),
    ([0xFF, 0xFE], "UTF-16 text"),
    ([0xFE, 0xFF], "UTF-16 text"),
  ]
}
