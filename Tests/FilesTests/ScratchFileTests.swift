import Diagnostics
import Files
import FoundationEssentials
import SimulatedReads
import TestSupport
import Testing

/// Temporary files that hold records in blocks.
@Suite("Scratch files")
struct ScratchFileTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func write(_ items: [PackedItem], to file: ScratchFile) throws -> [ScratchFile.Block] {
    var writer = BlockWriter()
    for item in items { try writer.add(to: file) { item.write(to: &$0) } }
    try writer.flush(to: file)
    return writer.blocks
  }

  private func items(seed: UInt64, _ count: Int) -> [PackedItem] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in PackedItem.random(&random) }
  }

  private func read(
    _ items: [PackedItem],
    _ blocks: [ScratchFile.Block],
    of file: ScratchFile
  ) throws -> [PackedItem] {
    var reader = BlockReader(blocks, of: file)
    var found: [PackedItem] = []
    for item in items {
      let next = try reader.next { reader throws(PackedReader.Damage) in
        try item.read(from: &reader)
      }
      found.append(try #require(next))
    }
    let end = try reader.next { reader throws(PackedReader.Damage) in try reader.number() }
    #expect(end == nil)
    return found
  }

  @Test("the file has no name while it is used")
  func nameless() throws {
    let file = try ScratchFile(in: scratch.path)
    #expect(scratch.names() == [])
    let items = items(seed: 1, 20)
    let blocks = try write(items, to: file)
    #expect(scratch.names() == [])
    #expect(file.folder == scratch.path)
    #expect(try read(items, blocks, of: file) == items)
  }

  @Test("records come back in their order, block after block", arguments: [1, 100, 20_000])
  func order(_ count: Int) throws {
    let file = try ScratchFile(in: scratch.path)
    let items = items(seed: UInt64(count), count)
    let blocks = try write(items, to: file)
    #expect(blocks.reduce(0) { $0 + $1.records } == count)
    #expect(blocks.allSatisfy { $0.records > 0 })
    // A block ends with the record that fills 64 KiB.
    #expect((blocks.count > 1) == (count > 1_000))
    for block in blocks.dropLast() { #expect(try file.bytes(of: block).count >= 1 << 16) }
    #expect(try read(items, blocks, of: file) == items)
  }

  @Test("writers that take turns do not mix their records")
  func turns() throws {
    let file = try ScratchFile(in: scratch.path)
    let first = items(seed: 3, 9_000)
    let second = items(seed: 4, 9_000)
    var writers = [BlockWriter(), BlockWriter()]
    for (one, other) in zip(first, second) {
      try writers[0].add(to: file) { one.write(to: &$0) }
      try writers[1].add(to: file) { other.write(to: &$0) }
    }
    for place in writers.indices { try writers[place].flush(to: file) }
    #expect(writers.allSatisfy { $0.blocks.count > 2 })
    #expect(try read(second, writers[1].blocks, of: file) == second)
    #expect(try read(first, writers[0].blocks, of: file) == first)
  }

  @Test("a part of the blocks can be read, and none gives nothing")
  func someBlocks() throws {
    let file = try ScratchFile(in: scratch.path)
    let numbers = (0..<60_000).map { PackedItem.number($0 &* 1_000_003) }
    let blocks = try write(numbers, to: file)
    try #require(blocks.count > 2)
    let skipped = blocks[0].records
    let second = Array(numbers[skipped..<(skipped + blocks[1].records)])
    #expect(try read(second, [blocks[1]], of: file) == second)
    #expect(try read([], [], of: file) == [])
  }

  @Test("flushing twice, or nothing, makes no block")
  func flushing() throws {
    let file = try ScratchFile(in: scratch.path)
    var writer = BlockWriter()
    try writer.flush(to: file)
    #expect(writer.blocks == [])
    try writer.add(to: file) { $0.add(5) }
    #expect(writer.blocks == [])
    try writer.flush(to: file)
    try writer.flush(to: file)
    #expect(writer.blocks.map(\.records) == [1])
  }

  @Test("records that are others than expected cannot be read back")
  func damage() throws {
    let file = try ScratchFile(in: scratch.path)
    let blocks = try write([.number(3)], to: file)
    var reader = BlockReader(blocks, of: file)
    let error = try #require(throws: Diagnostic.self) {
      _ = try reader.next { reader throws(PackedReader.Damage) in try reader.list() }
    }
    #expect(
      error.description == """
        error[FILE-READ]: temporary counts cannot be read back: Input/output error
          --> \(scratch.path)
          help: Check the disk or the network share and run again.
        """
    )
  }

  @Test("of the faults that a reader could not throw the first is reported, every time")
  func faults() throws {
    let file = try ScratchFile(in: scratch.path)
    try file.check()
    let first = Diagnostic(code: "FILE-READ", message: "first")
    file.note(first)
    file.note(Diagnostic(code: "FILE-READ", message: "second"))
    #expect(throws: first) { try file.check() }
    #expect(throws: first) { try file.check() }
  }

  @Test("a folder that is not there is named")
  func noFolder() throws {
    let path = scratch.path("absent")
    let error = try #require(throws: Diagnostic.self) { _ = try ScratchFile(in: path) }
    #expect(
      error.description == """
        error[FILE-CREATE]: a temporary file cannot be created: No such file or directory
          --> \(path)
          help: Check that the folder exists and may be written to.
        """
    )
  }

  @Test("no name is the current folder")
  func currentFolder() throws {
    #expect(try ScratchFile(in: "").folder == ".")
  }

  @Test(
    "a full disk is an error that names the folder",
    .enabled(if: MemoryDisk.isAvailable, "needs the right to mount a memory disk")
  )
  func fullDisk() throws {
    let disk = try MemoryDisk(kibibytes: 64)
    let file = try ScratchFile(in: disk.path)
    var writer = BlockWriter()
    let error = try #require(throws: Diagnostic.self) {
      for _ in 0..<4 { try writer.add(to: file) { $0.add([UInt8](repeating: 1, count: 50_000)) } }
      try writer.flush(to: file)
    }
    #expect(
      error.description == """
        error[FILE-WRITE]: temporary counts do not fit into the folder: No space left on device
          --> \(disk.path)
          help: Check the free space of the disk; no partial result was left.
        """
    )
  }
}
