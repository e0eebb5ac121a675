import Diagnostics
import Foundation
import SequenceIO
import Testing

@Suite("Corpus of read files")
struct CorpusTests {
  @Test("is there") func isThere() {
    #expect(CorpusIndex.shared.valid.count >= 30)
    #expect(CorpusIndex.shared.invalid.count >= 50)
  }

  @Test("valid files give their records", arguments: CorpusIndex.shared.valid)
  func accepts(_ entry: CorpusIndex.Valid) throws {
    let reader = try SequenceReader(path: entry.path)
    let found = try records(reader)
    #expect(found.records == entry.records)
    if !entry.records.isEmpty { #expect(found.hasQualities == entry.hasQualities) }
    #expect(reader.rawBytesRead == reader.rawSize)
    #expect(reader.recordsRead == entry.records.count)
  }

  @Test("invalid files give the whole error", arguments: CorpusIndex.shared.invalid)
  func rejects(_ entry: CorpusIndex.Invalid) throws {
    let error = try #require(throws: Diagnostic.self) {
      try records(SequenceReader(path: entry.path))
    }
    #expect(error.description == entry.expected)
    #expect(CodeRegistry.entry(for: error.code)?.kind == .data)
  }

  @Test("an error comes again", arguments: CorpusIndex.shared.invalid)
  func errorIsSticky(_ entry: CorpusIndex.Invalid) throws {
    let reader = try SequenceReader(path: entry.path)
    let error = try #require(throws: Diagnostic.self) { try records(reader) }
    #expect(throws: error) { try reader.next() }
  }

  @Test(
    "files are read alike in pieces of any size",
    arguments: CorpusIndex.shared.valid,
    [1, 2, 3, 7, 61, 255]
  )
  func piecesOfValid(_ entry: CorpusIndex.Valid, length: Int) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: entry.path)))
    for limit in [1, 3, 4_096] {
      let source = MemorySource(bytes, path: entry.path, pieceLength: length)
      #expect(try records(SequenceReader(source: source), limit: limit).records == entry.records)
    }
  }

  @Test(
    "faults are the same in pieces of any size",
    arguments: CorpusIndex.shared.invalid,
    [1, 2, 3, 7, 61, 255]
  )
  func piecesOfInvalid(_ entry: CorpusIndex.Invalid, length: Int) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: entry.path)))
    let source = MemorySource(bytes, path: entry.path, pieceLength: length)
    let error = try #require(throws: Diagnostic.self) {
      try records(SequenceReader(source: source), limit: 5)
    }
    #expect(error.description == entry.expected)
  }
}
