import Crypto
import Diagnostics
import Files
import FoundationEssentials
import SimulatedReads
import TestSupport
import Testing

/// Files of records that end with the sha256 of what stands before.
@Suite("Files with a digest")
struct DigestedFileTests {
  private let scratch: ScratchFolder
  private var path: String { scratch.path("records") }

  init() throws { scratch = try ScratchFolder() }

  /// Writes records and returns the digest that the writer states.
  @discardableResult
  private func write(_ records: [PackedItem]) throws -> SHA256.Digest {
    var writer = DigestedWriter(try AtomicFile(path: path, force: true))
    for record in records { try writer.add { record.write(to: &$0) } }
    return try writer.commit()
  }

  private func bytes() throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

  private func replace(_ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(filePath: path))
  }

  private func expect(_ file: borrowing DigestedFile, isAtEnd: Bool) {
    let found = file.isAtEnd
    #expect(found == isAtEnd, "the end of the records")
  }

  private static let small: [PackedItem] = [
    .text("clonetrack"), .number(-7), .double(nil), .bytes([1, 2, 3]), .list([[], [5, 6]]),
  ]

  @Test("records are read in their order, and the end is known")
  func order() throws {
    try write(Self.small)
    var file = try DigestedFile(path: path)
    expect(file, isAtEnd: false)
    let text = try file.text()
    #expect(text == "clonetrack")
    for record in Self.small.dropFirst() {
      expect(file, isAtEnd: false)
      let found = try file.record { reader throws(PackedReader.Damage) in
        try record.read(from: &reader)
      }
      #expect(found == record)
    }
    expect(file, isAtEnd: true)
    let next = try? file.text()
    #expect(next == nil, "nothing stands behind the last record")
  }

  @Test("the last 32 bytes are the sha256 of those before")
  func digests() throws {
    let stated = try write(Self.small)
    let whole = try bytes()
    let records = whole.dropLast(32)
    #expect(Array(stated) == Array(SHA256.hash(data: records)))
    #expect(Array(whole.suffix(32)) == Array(SHA256.hash(data: records)))
    let file = try DigestedFile(path: path)
    let size = file.size
    #expect(size == whole.count)
    let digests = try file.digests()
    let found = try #require(digests)
    #expect(found.records == SHA256.hash(data: records))
    #expect(found.file == SHA256.hash(data: whole))
  }

  @Test("a file without records is whole; its digest is that of nothing")
  func empty() throws {
    #expect(
      try write([]).hexadecimal
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    )
    let file = try DigestedFile(path: path)
    expect(file, isAtEnd: true)
    let digests = try file.digests()
    #expect(digests?.records == SHA256.hash(data: [UInt8]()))
  }

  @Test("a flipped bit is seen at every byte", arguments: [UInt8(0x01), 0x80])
  func flipped(_ bit: UInt8) throws {
    try write(Self.small)
    let whole = try bytes()
    for place in whole.indices {
      var damaged = whole
      damaged[place] ^= bit
      try replace(damaged)
      #expect(try DigestedFile(path: path).digests() == nil, "byte \(place)")
    }
  }

  @Test("a file that lost bytes at its end, or gained some, is not whole")
  func truncated() throws {
    try write(Self.small)
    let whole = try bytes()
    for count in whole.indices {
      try replace(Array(whole.prefix(count)))
      #expect(try DigestedFile(path: path).digests() == nil, "\(count) bytes")
    }
    try replace(whole + [0])
    #expect(try DigestedFile(path: path).digests() == nil)
    try replace(whole)
    #expect(try DigestedFile(path: path).digests() != nil)
  }

  @Test("records of any size fit, whatever stands around them")
  func windows() throws {
    // A window is a mebibyte: below it, at it, several times of it, and many small ones.
    let sizes = [3, 1 << 20, 0, 3 << 20, 7, (1 << 20) - 1, 5 << 20, 1]
    var random = SeededGenerator(seed: 7)
    let records = sizes.map { size in
      PackedItem.bytes((0..<size).map { _ in UInt8(truncatingIfNeeded: random.next()) })
    }
    let digest = try write(records)
    var file = try DigestedFile(path: path)
    let digests = try file.digests()
    #expect(digests?.records == digest)
    for (record, size) in zip(records, sizes) {
      let found = try file.record { reader throws(PackedReader.Damage) in
        try record.read(from: &reader)
      }
      #expect(found == record, "a record of \(size) bytes")
    }
    expect(file, isAtEnd: true)
  }

  @Test("many records are read across the ends of windows")
  func manyRecords() throws {
    let texts = (0..<120_000).map { "record \($0 &* 2_654_435_761)" }
    try write(texts.map { .text($0) })
    var file = try DigestedFile(path: path)
    let size = file.size
    #expect(size > 2 << 20)
    var differing = 0
    for text in texts where try file.text() != text { differing += 1 }
    #expect(differing == 0)
    expect(file, isAtEnd: true)
  }

  @Test("a record is never read out of the digest")
  func digestIsNoRecord() throws {
    try write([.bytes([9])])
    var file = try DigestedFile(path: path)
    let beyond = try? file.record { reader throws(PackedReader.Damage) in
      var numbers: [Int] = []
      for _ in 0..<3 { numbers.append(try reader.number()) }
      return numbers
    }
    #expect(beyond == nil)
    // What failed took nothing away.
    let record = try file.record { reader throws(PackedReader.Damage) in try reader.list() }
    #expect(record == [9])
  }

  @Test("nothing appears before the digest is written")
  func nothingHalf() throws {
    do {
      var writer = DigestedWriter(try AtomicFile(path: path, force: false))
      try writer.add { $0.add([UInt8](repeating: 1, count: 1 << 19)) }
      #expect(scratch.text("records") == nil)
    }
    #expect(scratch.names() == [])
  }

  @Test(
    "a file that is not there is named",
    arguments: [
      (
        "absent",
        """
        error[FILE-MISSING]: the file does not exist
          --> PATH
          help: Check the path and its permissions.
        """
      ),
      (
        "",
        """
        error[FILE-MISSING]: there is a folder, expected a file
          --> PATH
          help: Name the file in it.
        """
      ),
    ]
  )
  func missing(_ name: String, _ words: String) throws {
    let path = scratch.path(name)
    let error = try #require(throws: Diagnostic.self) { _ = try DigestedFile(path: path) }
    #expect(error.description == words.replacing("PATH", with: path))
  }
}
