/// Turns reads into the bytes of a FASTQ or FASTA file, plain or gzip.
///
/// Small, for simulated reads and tests. Take the bytes from time to time and append them to a
/// file: each taking ends a gzip member, and a gzip file may have any number of them.
///
/// ```swift
/// var writer = SequenceWriter(compressionLevel: 1)
/// writer.append(name: "read1", bases: "ACGT".utf8, qualities: "IIII".utf8)
/// let contents = writer.takeBytes()
/// ```
public struct SequenceWriter: Sendable {
  /// The level of gzip, 0…9; `nil` writes plain text.
  public let compressionLevel: Int?
  private var text: [UInt8] = []

  /// Creates a writer without reads.
  ///
  /// - Parameter compressionLevel: The level of gzip, 0…9; `nil` writes plain text.
  public init(compressionLevel: Int? = nil) { self.compressionLevel = compressionLevel }

  /// How many bytes of text wait to be taken.
  public var pendingCount: Int { text.count }

  /// Appends a FASTQ record.
  ///
  /// - Parameters:
  ///   - name: The header without `@`: name and comment, one line.
  ///   - bases: The bases as ASCII letters.
  ///   - qualities: The quality characters, as many.
  public mutating func append(
    name: some StringProtocol,
    bases: some Collection<UInt8>,
    qualities: some Collection<UInt8>
  ) {
    precondition(bases.count == qualities.count, "a base without a quality")
    text.append(UInt8(ascii: "@"))
    text.append(contentsOf: name.utf8)
    text.append(0x0A)
    text.append(contentsOf: bases)
    text.append(contentsOf: [0x0A, UInt8(ascii: "+"), 0x0A])
    text.append(contentsOf: qualities)
    text.append(0x0A)
  }

  /// Appends a FASTA record with its sequence on one line.
  ///
  /// - Parameters:
  ///   - name: The header without `>`: name and comment, one line.
  ///   - bases: The bases as ASCII letters.
  public mutating func append(name: some StringProtocol, bases: some Collection<UInt8>) {
    text.append(UInt8(ascii: ">"))
    text.append(contentsOf: name.utf8)
    text.append(0x0A)
    text.append(contentsOf: bases)
    text.append(0x0A)
  }

  /// Hands out what was appended since the last time, as one gzip member if it is compressed.
  public mutating func takeBytes() -> [UInt8] {
    defer { text.removeAll(keepingCapacity: true) }
    guard let compressionLevel else { return text }
    return GzipDeflater.member(text.span, level: compressionLevel)
  }
}
