import Diagnostics
import SequenceIO
import Testing

@Suite("Records do not depend on how the bytes are stored")
struct SequenceReaderPropertyTests {
  private func read(
    _ bytes: [UInt8],
    pieceLength: Int?,
    limit: Int
  ) throws -> [[String]] {
    let source = MemorySource(bytes, pieceLength: pieceLength)
    return try records(SequenceReader(source: source), limit: limit).records
  }

  @Test("gzip members may end anywhere", arguments: 0..<60 as Range<UInt64>)
  func memberBorders(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let reads = RandomReads(count: Int.random(in: 1...60, using: &random), using: &random)
    let parts = cut(reads.fastq(), into: Int.random(in: 1...9, using: &random), using: &random)
    let level = Int.random(in: 0...9, using: &random)
    let members = parts.flatMap { GzipDeflater.member($0.span, level: level) }
    let length = Int.random(in: 1...2_000, using: &random)
    let limit = Int.random(in: 1...70, using: &random)
    #expect(try read(members, pieceLength: length, limit: limit) == reads.records)
  }

  @Test("line ends and pieces do not matter", arguments: 0..<40 as Range<UInt64>, ["\n", "\r\n"])
  func lineEnds(seed: UInt64, lineEnd: String) throws {
    var random = SeededGenerator(seed: seed)
    let reads = RandomReads(count: 30, using: &random)
    var text = reads.fastq(lineEnd: lineEnd)
    if Bool.random(using: &random) { text.removeLast(lineEnd.utf8.count) }
    let length = Int.random(in: 1...900, using: &random)
    let limit = Int.random(in: 1...40, using: &random)
    #expect(try read(text, pieceLength: length, limit: limit) == reads.records)
  }

  @Test("FASTA may be wrapped anywhere", arguments: 0..<40 as Range<UInt64>, ["\n", "\r\n"])
  func wrapping(seed: UInt64, lineEnd: String) throws {
    var random = SeededGenerator(seed: seed)
    let reads = RandomReads(count: 30, using: &random)
    let text = reads.fasta(width: Int.random(in: 1...120, using: &random), lineEnd: lineEnd)
    let length = Int.random(in: 1...900, using: &random)
    let limit = Int.random(in: 1...40, using: &random)
    let expected = reads.records.map { [$0[0], $0[1], ""] }
    #expect(try read(text, pieceLength: length, limit: limit) == expected)
    let packed = GzipDeflater.member(text.span, level: 1)
    #expect(try read(packed, pieceLength: length, limit: limit) == expected)
  }

  @Test("a stream cut anywhere is an error", arguments: 0..<20 as Range<UInt64>)
  func truncation(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let reads = RandomReads(count: 20, using: &random)
    let packed = GzipDeflater.member(reads.fastq().span, level: 6)
    for _ in 0..<40 {
      let end = Int.random(in: 2..<packed.count, using: &random)
      let error = try #require(throws: Diagnostic.self) {
        try read(Array(packed[..<end]), pieceLength: nil, limit: 7)
      }
      #expect(error.code == "READ-TRUNCATED", "cut at \(end)")
    }
  }

  @Test("a changed byte in compressed data is an error", arguments: 0..<20 as Range<UInt64>)
  func damage(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let reads = RandomReads(count: 20, using: &random)
    let packed = GzipDeflater.member(reads.fastq().span, level: 6)
    for _ in 0..<40 {
      var changed = packed
      let place = Int.random(in: 10..<packed.count, using: &random)
      changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      let error = try #require(throws: Diagnostic.self, "byte \(place)") {
        try read(changed, pieceLength: nil, limit: 7)
      }
      let codes = ["READ-DAMAGED", "READ-CHECKSUM", "READ-TRUNCATED", "READ-TRAILING"]
      #expect(codes.contains(error.code), "byte \(place): \(error)")
    }
  }

  @Test("long reads and large files are read whole")
  func large() throws {
    var random = SeededGenerator(seed: 1)
    let reads = RandomReads(count: 40, longest: 100_000, using: &random)
    let packed = GzipDeflater.member(reads.fastq().span, level: 1)
    for limit in [1, 4_096] {
      #expect(try read(reads.fastq(), pieceLength: nil, limit: limit) == reads.records)
      #expect(try read(packed, pieceLength: 65_536, limit: limit) == reads.records)
    }
    let expected = reads.records.map { [$0[0], $0[1], ""] }
    #expect(try read(reads.fasta(width: 60), pieceLength: nil, limit: 3) == expected)
  }

  @Test("the observer sees every raw byte once", arguments: [1, 100, 1_000_000])
  func observer(length: Int) throws {
    var random = SeededGenerator(seed: 2)
    let packed = GzipDeflater.member(
      RandomReads(count: 50, using: &random).fastq().span,
      level: 6
    )
    var seen: [UInt8] = []
    let reader = SequenceReader(source: MemorySource(packed, pieceLength: length)) { bytes in
      for offset in bytes.indices { seen.append(bytes[offset]) }
    }
    _ = try records(reader)
    #expect(seen == packed)
    #expect(reader.rawBytesRead == packed.count)
    #expect(reader.rawSize == packed.count)
  }
}
