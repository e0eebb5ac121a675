import SequenceIO
import Testing

@Suite("Writer of reads")
struct SequenceWriterTests {
  @Test("writes four lines a record")
  func fastq() {
    var writer = SequenceWriter()
    writer.append(name: "a x", bases: "ACGT".utf8, qualities: "IIII".utf8)
    writer.append(name: "b", bases: "".utf8, qualities: "".utf8)
    #expect(writer.pendingCount == 24)
    #expect(
      String(decoding: writer.takeBytes(), as: UTF8.self) == "@a x\nACGT\n+\nIIII\n@b\n\n+\n\n"
    )
    #expect(writer.takeBytes().isEmpty)
  }

  @Test("writes FASTA on two lines")
  func fasta() {
    var writer = SequenceWriter()
    writer.append(name: "a", bases: "ACGT".utf8)
    #expect(String(decoding: writer.takeBytes(), as: UTF8.self) == ">a\nACGT\n")
  }

  @Test("what it writes is read again, whatever the level", arguments: [nil, 0, 1, 6, 9])
  func roundTrip(level: Int?) throws {
    var random = SeededGenerator(seed: 7)
    let reads = RandomReads(count: 100, using: &random)
    var writer = SequenceWriter(compressionLevel: level)
    var bytes: [UInt8] = []
    for (index, record) in reads.records.enumerated() {
      writer.append(name: record[0], bases: record[1].utf8, qualities: record[2].utf8)
      if index % 30 == 0 { bytes += writer.takeBytes() }
    }
    bytes += writer.takeBytes()
    #expect(bytes.starts(with: [0x1F, 0x8B]) == (level != nil))
    #expect(try records(SequenceReader(source: MemorySource(bytes))).records == reads.records)
  }

  @Test("an empty gzip member is what zlib writes for nothing")
  func emptyMember() {
    var writer = SequenceWriter(compressionLevel: 6)
    let expected: [UInt8] = [31, 139, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    #expect(writer.takeBytes() == expected)
  }
}
