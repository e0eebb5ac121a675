import CompressionShims
import FoundationEssentials
import SequenceIO

/// Reads of one file, to be written again in another order or format.
struct ReadFile {
  /// A read with the whole of its header.
  struct Read {
    var header: String
    var bases: [UInt8]
    var qualities: [UInt8]
  }

  var reads: [Read] = []

  /// A file without reads.
  init() {}

  /// Reads a file.
  init(_ path: String) throws {
    let reader = try SequenceReader(path: path)
    while let batch = try reader.next() {
      for index in 0..<batch.count {
        reads.append(
          Read(
            header: batch.header(index),
            bases: Array(batch.bases(index)),
            qualities: Array(batch.qualities(index))
          )
        )
      }
    }
  }

  /// Writes a FASTQ file.
  func write(to path: String, _ format: Format) throws {
    var writer = SequenceWriter(compressionLevel: format == .gzip ? 1 : nil)
    for read in reads {
      writer.append(name: read.header, bases: read.bases, qualities: read.qualities)
    }
    let bytes = writer.takeBytes()
    try Data(format == .bzip2 ? Self.bzip2(bytes) : bytes).write(to: URL(filePath: path))
  }

  /// How a file is compressed.
  enum Format: CaseIterable { case plain, gzip, bzip2 }

  private struct Refused: Error {}

  private static func bzip2(_ bytes: [UInt8]) throws -> [UInt8] {
    var count = UInt32(bytes.count + bytes.count / 100 + 600)
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: Int(count))
    // SAFETY: both arrays live through the call, which is told how long they are.
    let status = unsafe BZ2_bzBuffToBuffCompress(
      &output,
      &count,
      &input,
      UInt32(input.count),
      9,
      0,
      0
    )
    guard status == BZ_OK else { throw Refused() }
    return output.prefix(Int(count)).map { UInt8(bitPattern: $0) }
  }
}
