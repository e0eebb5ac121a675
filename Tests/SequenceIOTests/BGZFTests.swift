import Diagnostics
import SequenceIO
import Testing

@Suite("Blocks of BGZF, inflated by several tasks")
struct BGZFTests {
  private static let tasks = [1, 2, 4, 8]

  /// Writes the bytes and compares several tasks with one that reads in order.
  ///
  /// - Returns: What reading in order finds.
  @discardableResult
  private func compare(
    _ files: [[UInt8]],
    limit: Int,
    paired: Bool = false,
    _ comment: Comment? = nil
  ) async throws -> PlacedBatches {
    let folder = try TemporaryFolder()
    let paths = try files.enumerated().map { try folder.file("\($0).fq.gz", $1) }
    let half = paired ? paths.count / 2 : paths.count
    let (first, second) = (Array(paths[..<half]), paired ? Array(paths[half...]) : nil)
    let expected = PlacedBatches.inOrder(first, second, limit: limit)
    for tasks in Self.tasks {
      let found = try await PlacedBatches.atOnce(first, second, limit: limit, tasks: tasks)
      #expect(found == expected, comment)
    }
    return expected
  }

  /// The bytes of reads as second mates.
  private func mates(_ reads: RandomReads) -> [UInt8] {
    var reads = reads
    for index in reads.records.indices { reads.records[index][0] = "read\(index) 2:N:0:A" }
    return reads.fastq()
  }

  private func judged(_ bytes: [UInt8]) -> BGZFHeader { BGZFHeader(bytes.span) }

  @Test("a block is made as the specification says")
  func madeBlock() { #expect(BGZFText.block([]) == BGZFText.endOfFile) }

  @Test("a header states the length of its block")
  func header() {
    let end = BGZFText.endOfFile
    #expect(judged(end) == .block(length: 28))
    for known in 0..<18 { #expect(judged(Array(end[..<known])) == .cut, "\(known) bytes") }
    for known in 18..<28 { #expect(judged(Array(end[..<known])) == .block(length: 28)) }
    let other = BGZFText.block([65], otherFields: true)
    #expect(judged(other) == .block(length: other.count))
    let plain = GzipDeflater.member(([65] as [UInt8]).span, level: 6)
    #expect(judged(plain) == .other)
    for (place, byte) in [(0, 0), (1, 0), (2, 7), (3, 12), (12, 65), (13, 65), (14, 3), (16, 26)] {
      var changed = end
      changed[place] = UInt8(byte)
      #expect(judged(changed) == .other, "byte \(place)")
    }
  }

  @Test("blocks are inflated up to the first that is wrong")
  func run() {
    let blocks = [BGZFText.block([65, 66]), BGZFText.endOfFile, BGZFText.block([67])]
    let ends = [blocks[0].count, blocks[0].count + 28, blocks.joined().count]
    let whole = BlockRun(number: 0, compressed: Array(blocks.joined()), ends: ends).inflated()
    #expect(whole.bytes == [65, 66, 67])
    #expect(whole.accepted == ends[2])
    for (place, accepted, bytes) in [
      (ends[2] - 8, ends[1], [65, 66]), (ends[2] - 4, ends[1], [65, 66]),
      (ends[1] - 4, ends[0], [65, 66]),
      (ends[0] - 8, 0, []),
    ] as [(Int, Int, [UInt8])] {
      var changed = Array(blocks.joined())
      changed[place] ^= 1
      let found = BlockRun(number: 0, compressed: changed, ends: ends).inflated()
      #expect(found.accepted == accepted, "byte \(place)")
      #expect(found.bytes == bytes, "byte \(place)")
    }
    let short = BlockRun(number: 0, compressed: Array(blocks.joined()), ends: [ends[0] - 1])
      .inflated()
    #expect(short.accepted == 0)
    #expect(short.bytes.isEmpty)
  }

  @Test("runs are claimed to a bound and read in order, whatever order they come back in")
  func claims() throws {
    var random = SeededGenerator(seed: 7)
    let reads = RandomReads(count: 400, using: &random)
    let blocks = BGZFText.blocks(reads.fastq(), count: 300, using: &random) + [BGZFText.endOfFile]
    let source = MemorySource(Array(blocks.joined()), pieceLength: 1_000)
    let reader = LaneReader(readers: [SequenceReader(source: source)])
    reader.shareBlocks()
    var (batch, names, claimed, most) = (RecordBatch(), [String](), 0, 0)
    reading: while true {
      switch try reader.advance(limit: 33, into: &batch) {
      case .ended: break reading
      case .filled: names += (0..<batch.count).map { batch.header($0) }
      case .starved:
        var runs: [BlockRun] = []
        while let run = reader.claimRun() { runs.append(run) }
        try #require(!runs.isEmpty)
        #expect(try reader.advance(limit: 33, into: &batch) == .starved)
        claimed += runs.reduce(0) { $0 + $1.ends.count }
        most = max(most, runs.count)
        for run in runs.reversed() { reader.deposit(run.inflated()) }
      }
    }
    #expect(names == reads.records.map { $0[0] })
    #expect(claimed == blocks.count)
    #expect(most == 8)
  }

  @Test("blocks may end anywhere and be empty", arguments: 0..<16 as Range<UInt64>)
  func borders(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let reads = RandomReads(count: Int.random(in: 1...300, using: &random), using: &random)
    let count = Int.random(in: 1...400, using: &random)
    var bytes = BGZFText.blocks(reads.fastq(), count: count, using: &random).flatMap(\.self)
    if Bool.random(using: &random) { bytes += BGZFText.endOfFile }
    let found = try await compare([bytes], limit: Int.random(in: 1...90, using: &random))
    #expect(found.fault == nil)
    #expect(
      found.batches.flatMap { $0.dropFirst() } == reads.records.map { $0.joined(separator: " ") }
    )
  }

  @Test("mates and lanes keep step", arguments: 0..<8 as Range<UInt64>)
  func pairs(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let lanes = (0..<2).map { _ in
      RandomReads(count: Int.random(in: 0...200, using: &random), using: &random)
    }
    let files = (lanes.map { $0.fastq() } + lanes.map(mates)).map { text in
      BGZFText.blocks(text, count: 60, using: &random).flatMap(\.self) + BGZFText.endOfFile
    }
    let limit = Int.random(in: 1...50, using: &random)
    #expect(try await compare(files, limit: limit, paired: true).fault == nil)
    let short = RandomReads(count: lanes[0].records.count + 3, using: &random)
    let longer = BGZFText.blocks(short.fastq(), count: 60, using: &random).flatMap(\.self)
    let missing = try await compare([longer] + files.dropFirst(), limit: limit, paired: true)
    #expect(missing.fault?.contains("READ-MATE-MISSING") == true)
  }

  @Test(
    "a file cut anywhere is the same error at the same record",
    arguments: 0..<6 as Range<UInt64>
  )
  func truncation(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let reads = RandomReads(count: 60, using: &random)
    let blocks = BGZFText.blocks(reads.fastq(), count: 40, using: &random)
    let bytes = blocks.flatMap(\.self)
    var borders: Set = [0]
    for block in blocks { borders.insert((borders.max() ?? 0) + block.count) }
    for _ in 0..<12 {
      let end = Int.random(in: 3..<bytes.count, using: &random)
      let found = try await compare([Array(bytes[..<end])], limit: 7, "cut at \(end)")
      if !borders.contains(end) {
        #expect(found.fault?.contains("READ-TRUNCATED") == true, "cut at \(end)")
      }
    }
  }

  @Test(
    "a changed bit anywhere is the same error at the same record",
    arguments: 0..<10 as Range<UInt64>
  )
  func damage(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let reads = RandomReads(count: 60, using: &random)
    let bytes = BGZFText.blocks(reads.fastq(), count: 40, using: &random).flatMap(\.self)
    for _ in 0..<20 {
      var changed = bytes
      let place = Int.random(in: 3..<bytes.count, using: &random)
      changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      try await compare([changed], limit: 7, "byte \(place)")
    }
  }

  @Test(
    "blocks, other members, padding and garbage may follow one another",
    arguments: 0..<12 as Range<UInt64>
  )
  func mixtures(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let reads = RandomReads(count: 80, using: &random)
    let parts = cut(reads.fastq(), into: 6, using: &random)
    let members = parts.enumerated().map { index, part in
      (UInt64(index) ^ seed) & 1 == 0
        ? GzipDeflater.member(part.span, level: 6)
        : BGZFText.blocks(part, count: 30, using: &random).flatMap(\.self)
    }
    let bytes = members.flatMap(\.self)
    #expect(try await compare([bytes], limit: 9).fault == nil)
    for (rest, code) in [
      ([0, 0, 0], nil), ([0, 7], "READ-TRAILING"), ([7], "READ-TRAILING"),
      ([0x1F], "READ-TRUNCATED"),
      ([0x1F, 0x8C], "READ-TRAILING"), ([0x1F, 0x8B, 8, 4, 0, 0], "READ-TRUNCATED"),
    ] as [([UInt8], String?)] {
      let found = try await compare([bytes + rest], limit: 9, "followed by \(rest)")
      if let code {
        #expect(found.fault?.contains(code) == true, "followed by \(rest)")
      } else {
        #expect(found.fault == nil, "followed by \(rest)")
      }
    }
  }

  @Test("a faulty record is named unless the file is damaged behind it", arguments: [false, true])
  func faultyRecord(damaged: Bool) async throws {
    var random = SeededGenerator(seed: 3)
    var text = RandomReads(count: 3_000, using: &random).fastq()
    text.replaceSubrange(100_000..<100_400, with: [UInt8](repeating: 33, count: 400))
    let blocks = BGZFText.blocks(text, count: 300, using: &random)
    var bytes = blocks.flatMap(\.self)
    if damaged { bytes[bytes.count - 5] ^= 1 }
    let found = try await compare([bytes], limit: 100)
    #expect(found.fault?.contains("READ-CHECKSUM") == damaged)
  }

  @Test("contents that are no reads are the same error")
  func noReads() async throws {
    let text = Array(repeating: BGZFText.block(Array("no reads\n".utf8)), count: 200).flatMap(
      \.self
    )
    #expect(try await compare([text], limit: 5).fault?.contains("READ-FORMAT") == true)
    #expect(try await compare([BGZFText.endOfFile], limit: 5) == PlacedBatches())
  }

  @Test("tasks that stop or are cancelled do not hold up the others", arguments: [2, 8])
  func cancellation(tasks: Int) async throws {
    var random = SeededGenerator(seed: 5)
    let reads = RandomReads(count: 500, using: &random)
    let folder = try TemporaryFolder()
    let paths = try [reads.fastq(), mates(reads)].enumerated().map { mate, text in
      try folder.file(
        "\(mate).fq.gz",
        BGZFText.blocks(text, count: 400, using: &random).flatMap(\.self)
      )
    }
    let (first, second) = ([paths[0]], [paths[1]])
    let expected = PlacedBatches.inOrder(first, second, limit: 4)
    let found = try await PlacedBatches.concurrent(first, second, limit: 4, tasks: tasks, most: 2)
    #expect(found.count == expected.batches.count)
    for (place, batch) in expected.batches.enumerated() { #expect(found[place] == .success(batch)) }
  }
}
