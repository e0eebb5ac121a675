import Diagnostics
import SequenceIO
import Synchronization
import Testing

@Suite("Options of the reader")
struct SequenceReaderTests {
  @Test("gaps are allowed in FASTA on request")
  func gaps() throws {
    let source = MemorySource(Array(">a\nAC..GT-\nN\n".utf8))
    let reader = SequenceReader(source: source, permitsGaps: true)
    #expect(try records(reader).records == [["a", "AC..GT-N", ""]])
    let other = MemorySource(Array(">a\nAC..GT\n.*\n".utf8), path: "x.fa")
    let error = try #require(throws: Diagnostic.self) {
      _ = try records(SequenceReader(source: other, permitsGaps: true))
    }
    #expect(
      error.description == """
        error[READ-BASE]: found '*' at base 2, expected an IUPAC letter of a nucleotide
          --> x.fa:3 (record 1)
          help: Check that the file holds nucleotide reads without gaps and is intact.
        """
    )
  }

  @Test("names end at the first blank")
  func names() throws {
    let source = MemorySource(Array("@a b\nA\n+\nI\n@c\td e\nA\n+\nI\n@f\nA\n+\nI\n".utf8))
    let batch = try #require(try SequenceReader(source: source).next())
    #expect((0..<batch.count).map { batch.name($0) } == ["a", "c", "f"])
  }

  @Test("a reader moves into a task or behind a lock, and its batches out of it")
  func moves() async throws {
    let text = Array("@a\nACGT\n+\nIIII\n".utf8)
    let reader = SequenceReader(source: MemorySource(text))
    let batch = try await Task { try reader.next() }.value
    #expect(batch?.name(0) == "a")
    let shared = SharedReader(SequenceReader(source: MemorySource(text)))
    let batches = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask { shared.count() }
      }
      return await group.reduce(0, +)
    }
    #expect(batches == 1)
  }

  @Test("a batch's memory is used again")
  func reuse() throws {
    let text = Array(String(repeating: "@a\nACGT\n+\nIIII\n", count: 1_000).utf8)
    let reader = SequenceReader(source: MemorySource(text))
    var batch = RecordBatch()
    var counts: [Int] = []
    while try reader.next(limit: 300, into: &batch) { counts.append(batch.count) }
    #expect(counts == [300, 300, 300, 100])
    #expect(try !reader.next(into: &batch))
    #expect(batch.count == 0)
  }
}

/// A reader behind a lock, as several tasks use it.
private final class SharedReader: Sendable {
  private let reader: Mutex<SequenceReader>

  init(_ reader: sending SequenceReader) { self.reader = Mutex(reader) }

  /// How many records the next batch has; 0 at the end and after an error.
  func count() -> Int {
    reader.withLock { reader in
      var batch = RecordBatch()
      return (try? reader.next(into: &batch)) == true ? batch.count : 0
    }
  }
}
