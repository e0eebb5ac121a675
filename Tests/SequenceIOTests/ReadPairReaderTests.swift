import Diagnostics
import SequenceIO
import Testing

@Suite("Pairs of reads")
struct ReadPairReaderTests {
  private func text(_ names: [String]) -> [UInt8] {
    Array(names.map { "@\($0)\nACGT\n+\nIIII\n" }.joined().utf8)
  }

  private func lanes(_ files: [(String, [UInt8])]) -> LaneReader {
    LaneReader(readers: files.map { SequenceReader(source: MemorySource($0.1, path: $0.0)) })
  }

  private func names(_ reader: ReadPairReader, limit: Int) throws -> [[String]] {
    var found: [[String]] = []
    var ordinal = 0
    while let batch = try reader.next(limit: limit) {
      #expect(batch.ordinal == ordinal)
      #expect(batch.second.map { $0.count == batch.count } ?? true)
      ordinal += 1
      for index in 0..<batch.count {
        found.append([batch.first.header(index)] + (batch.second.map { [$0.header(index)] } ?? []))
      }
    }
    return found
  }

  private func error(
    _ first: [String],
    _ second: [String],
    limit: Int = SequenceReader.defaultLimit
  ) throws -> String {
    let reader = ReadPairReader(
      first: lanes([("r1.fq", text(first))]),
      second: lanes([("r2.fq", text(second))])
    )
    return try #require(throws: Diagnostic.self) { _ = try names(reader, limit: limit) }.description
  }

  @Test("lanes follow one another", arguments: [1, 2, 3, 100])
  func lanesInOrder(limit: Int) throws {
    let (one, two) = (["a", "b", "c"], ["d", "e"])
    let reader = ReadPairReader(
      first: lanes([
        ("1_1", text(one.map { $0 + "/1" })), ("2_1", []), ("3_1", text(two.map { $0 + "/1" })),
      ]),
      second: lanes([
        ("1_2", text(one.map { $0 + "/2" })), ("2_2", []), ("3_2", text(two.map { $0 + "/2" })),
      ])
    )
    #expect(try names(reader, limit: limit) == (one + two).map { [$0 + "/1", $0 + "/2"] })
    #expect(reader.rawBytesRead == reader.rawSize)
  }

  @Test("single reads have no mates")
  func single() throws {
    let reader = ReadPairReader(first: lanes([("x", text(["a", "b"]))]), second: nil)
    #expect(try names(reader, limit: 1) == [["a"], ["b"]])
  }

  @Test("batches do not cross lanes and say where they are from")
  func places() throws {
    let reader = lanes([("x", text(["a", "b", "c"])), ("y", text(["d"]))])
    var places: [String] = []
    while let batch = try reader.next(limit: 2) {
      places.append("\(batch.path) \(batch.lane) \(batch.firstRecord) \(batch.count)")
    }
    #expect(places == ["x 0 1 2", "x 0 3 1", "y 1 1 1"])
    #expect(reader.recordsRead == 4)
  }

  @Test("names out of step are an error with both names", arguments: [1, 2, 100])
  func outOfStep(limit: Int) throws {
    #expect(
      try error(["a 1", "b 1", "c 1"], ["a 2", "c 2", "b 2"], limit: limit) == """
        error[READ-MATES]: found the mate of 'b' in r1.fq named 'c', expected the same name
          --> r2.fq (record 2)
          help: Give the two files of one run as the demultiplexer wrote them.
        """
    )
  }

  @Test("a lost read in the middle is out of step, not only one too few")
  func lostInTheMiddle() throws {
    #expect(
      try error(["a", "b", "c"], ["a", "c"]) == """
        error[READ-MATES]: found the mate of 'b' in r1.fq named 'c', expected the same name
          --> r2.fq (record 2)
          help: Give the two files of one run as the demultiplexer wrote them.
        """
    )
  }

  @Test("a shorter second file is an error with both counts", arguments: [1, 2, 3, 100])
  func secondShorter(limit: Int) throws {
    #expect(
      try error(["a", "b", "c", "d", "e"], ["a", "b"], limit: limit) == """
        error[READ-MATE-MISSING]: found 5 reads in r1.fq but 2 in r2.fq, expected as many in both
          --> r2.fq (record 3)
          help: Copy both files again; filter both mates together.
        """
    )
  }

  @Test("a shorter first file is an error with both counts", arguments: [1, 2, 100])
  func firstShorter(limit: Int) throws {
    #expect(
      try error([], ["a", "b"], limit: limit) == """
        error[READ-MATE-MISSING]: found 0 reads in r1.fq but 2 in r2.fq, expected as many in both
          --> r1.fq (record 1)
          help: Copy both files again; filter both mates together.
        """
    )
  }

  @Test("a lane that is short by a whole batch does not take mates from the next one")
  func shortLane() throws {
    let reader = ReadPairReader(
      first: lanes([("1_1", text(["a", "b"])), ("2_1", text(["c"]))]),
      second: lanes([("1_2", text(["a"])), ("2_2", text(["c"]))])
    )
    let error = try #require(throws: Diagnostic.self) { _ = try names(reader, limit: 1) }
    #expect(
      error.description == """
        error[READ-MATE-MISSING]: found 2 reads in 1_1 but 1 in 1_2, expected as many in both
          --> 1_2 (record 2)
          help: Copy both files again; filter both mates together.
        """
    )
  }

  @Test(
    "the same mate twice is an error",
    arguments: [("a 1:N:0:A", 1), ("a/1", 1), ("a 2:Y:0", 2)]
  )
  func sameMate(header: String, mate: Int) throws {
    #expect(
      try error([header], [header]) == """
        error[READ-SAME-MATE]: found reads marked as mate \(mate) in r1.fq and in r2.fq, \
        expected both mates
          --> r2.fq (record 1)
          help: Give the file of first mates with -1 and that of second mates with -2.
        """
    )
  }

  @Test("one file given twice is an error")
  func sameFile() throws {
    let error = try #require(throws: Diagnostic.self) {
      _ = try ReadPairReader(firstMates: ["-"], secondMates: ["-"])
    }
    #expect(
      error.description == """
        error[READ-SAME-MATE]: found one file given twice, expected each once
          --> -
          help: Give the file of first mates with -1 and that of second mates with -2.
        """
    )
  }

  @Test("unequal numbers of lanes are an error of the command line")
  func laneCounts() throws {
    let error = try #require(throws: Diagnostic.self) {
      _ = try ReadPairReader(firstMates: ["a", "b"], secondMates: ["c"])
    }
    #expect(
      error.description == """
        error[READ-LANES]: found 2 files of first mates but 1 of second mates, expected as many
          help: Give as many files with -2 as with -1, lanes in the same order.
        """
    )
    #expect(CodeRegistry.entry(for: error.code)?.kind == .usage)
  }

  @Test("FASTQ and FASTA do not mix")
  func mixed() throws {
    let reader = ReadPairReader(
      first: lanes([("r1.fq", text(["a"]))]),
      second: lanes([("r2.fa", Array(">a\nACGT\n".utf8))])
    )
    let error = try #require(throws: Diagnostic.self) { _ = try names(reader, limit: 1) }
    #expect(
      error.description == """
        error[READ-MIXED]: found FASTQ in r1.fq and FASTA in r2.fa, expected one format
          --> r2.fa
          help: Give both mates in one format.
        """
    )
  }

  @Test("a missing later lane is reported before any read")
  func missingLane() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("r1.fq", text(["a"]))
    let error = try #require(throws: Diagnostic.self) {
      _ = try ReadPairReader(firstMates: [path, "/nowhere/r1.fq"])
    }
    #expect(error.location?.path == "/nowhere/r1.fq")
    #expect(error.code == "FILE-MISSING")
  }

  @Test("files are observed each under its name")
  func observed() throws {
    let folder = try TemporaryFolder()
    let (one, two) = (text(["a/1", "b/1"]), text(["a/2", "b/2"]))
    let paths = [try folder.file("r1.fq", one), try folder.file("r2.fq", two)]
    var seen: [String: Int] = [:]
    let reader = try ReadPairReader(firstMates: [paths[0]], secondMates: [paths[1]]) {
      seen[$0, default: 0] += $1.count
    }
    #expect(try names(reader, limit: 1).count == 2)
    #expect(seen == [paths[0]: one.count, paths[1]: two.count])
  }

  @Test("batches read apart are joined and checked")
  func pairing() throws {
    let (one, two) = (lanes([("x", text(["a/1"]))]), lanes([("y", text(["b/2"]))]))
    let first = try #require(try one.next())
    let second = try #require(try two.next())
    #expect(throws: Diagnostic.self) {
      _ = try ReadPairBatch(pairing: first, with: second, ordinal: 0)
    }
    let batch = try ReadPairBatch(pairing: first, with: first.renamed("y"), ordinal: 3)
    #expect(batch.ordinal == 3)
  }
}

extension RecordBatch {
  /// The same reads as second mates of another file.
  fileprivate func renamed(_ path: String) -> RecordBatch {
    var copy = self
    copy.path = path
    for layout in layouts { copy.bytes[layout.name.upperBound - 1] = UInt8(ascii: "2") }
    return copy
  }
}
