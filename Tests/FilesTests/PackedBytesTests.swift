import Crypto
import Files
import SimulatedReads
import TestSupport
import Testing

/// Numbers, texts and lists one after the other.
@Suite("Packed bytes")
struct PackedBytesTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// Reads bytes as the records of a file; what stands at its end is not looked at here.
  private func read<Value>(
    _ bytes: [UInt8],
    _ body: (inout PackedReader) throws(PackedReader.Damage) -> Value
  ) throws -> Value {
    let path = scratch.path("packed")
    let file = try AtomicFile(path: path, force: true)
    try file.append((bytes + [UInt8](repeating: 0, count: SHA256.byteCount)).span)
    try file.commit()
    var digested = try DigestedFile(path: path)
    return try digested.record(body)
  }

  private func packed(_ body: (inout PackedWriter) -> Void) -> [UInt8] {
    var writer = PackedWriter()
    body(&writer)
    return writer.bytes
  }

  @Test(
    "a number has the bytes of a zigzag varint (Protocol Buffers, type sint64)",
    arguments: [
      (0, [0x00]), (-1, [0x01]), (1, [0x02]), (-2, [0x03]), (63, [0x7E]), (-64, [0x7F]),
      (64, [0x80, 0x01]), (-65, [0x81, 0x01]), (150, [0xAC, 0x02]),
      (2_147_483_647, [0xFE, 0xFF, 0xFF, 0xFF, 0x0F]),
      (-2_147_483_648, [0xFF, 0xFF, 0xFF, 0xFF, 0x0F]),
      (Int.max, [0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01]),
      (Int.min, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01]),
    ] as [(Int, [UInt8])]
  )
  func numbers(_ number: Int, _ bytes: [UInt8]) throws {
    #expect(packed { $0.add(number) } == bytes)
    #expect(try read(bytes) { reader throws(PackedReader.Damage) in try reader.number() } == number)
  }

  @Test("numbers around every power of two are read back")
  func powers() throws {
    let numbers = (0..<63).flatMap { [1 << $0, (1 << $0) - 1, (1 << $0) + 1] }
    let all = numbers + numbers.map { -$0 }
    let bytes = packed { writer in all.forEach { writer.add($0) } }
    let found = try read(bytes) { reader throws(PackedReader.Damage) in
      var found: [Int] = []
      for _ in all { found.append(try reader.number()) }
      return found
    }
    #expect(found == all)
  }

  @Test(
    "a double keeps every bit",
    arguments: [
      0.0, -0.0, 1, -1.5, .pi, .infinity, -.infinity, .leastNonzeroMagnitude,
      .greatestFiniteMagnitude, .nan, .signalingNaN, Double(nan: 0x1234, signaling: false),
    ]
  )
  func doubles(_ number: Double) throws {
    let bytes = packed { $0.add(number as Double?) }
    #expect(bytes.count == 9)
    let found = try read(bytes) { reader throws(PackedReader.Damage) in
      try reader.optionalDouble()
    }
    #expect(found?.bitPattern == number.bitPattern)
  }

  @Test("a double is written low byte first, an unknown one as a zero")
  func doubleBytes() throws {
    #expect(packed { $0.add(1.0 as Double?) } == [2, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F])
    #expect(packed { $0.add(nil as Double?) } == [0])
    let found = try read([0]) { reader throws(PackedReader.Damage) in try reader.optionalDouble() }
    #expect(found == nil)
  }

  @Test(
    "whatever was written is read back, and equal values give equal bytes",
    arguments: 0..<40 as Range<UInt64>
  )
  func roundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let items = (0..<(1 + random.below(30))).map { _ in PackedItem.random(&random) }
    let bytes = packed { writer in items.forEach { $0.write(to: &writer) } }
    #expect(bytes == packed { writer in items.forEach { $0.write(to: &writer) } })
    let found = try read(bytes) { reader throws(PackedReader.Damage) in
      var found: [PackedItem] = []
      for item in items { found.append(try item.read(from: &reader)) }
      return (items: found, isAtEnd: reader.isAtEnd)
    }
    #expect(found.items == items, "seed \(seed)")
    #expect(found.isAtEnd, "seed \(seed)")
  }

  @Test(
    "bytes that end too early are damage, wherever they end",
    arguments: 0..<12 as Range<UInt64>
  )
  func truncation(seed: UInt64) throws {
    var random = SeededGenerator(seed: 1_000 + seed)
    let items = (0..<4).map { _ in PackedItem.random(&random) }
    let bytes = packed { writer in items.forEach { $0.write(to: &writer) } }
    for count in bytes.indices {
      #expect(throws: PackedReader.Damage.self, "seed \(seed), \(count) of \(bytes.count) bytes") {
        _ = try read(Array(bytes.prefix(count))) { reader throws(PackedReader.Damage) in
          for item in items { _ = try item.read(from: &reader) }
        }
      }
    }
  }

  @Test("other bytes are read or are damage, never a crash", arguments: 0..<60 as Range<UInt64>)
  func noise(seed: UInt64) throws {
    var random = SeededGenerator(seed: 2_000 + seed)
    let items = (0..<6).map { _ in PackedItem.random(&random) }
    let bytes = (0..<random.below(60)).map { _ in UInt8(random.below(256)) }
    let found = try? read(bytes) { reader throws(PackedReader.Damage) in
      var found: [PackedItem] = []
      for item in items { found.append(try item.read(from: &reader)) }
      return found
    }
    #expect(found.map(\.count) ?? items.count == items.count)
  }

  @Test(
    "a count that cannot be, and a number of more than ten bytes, are damage",
    arguments: [
      // A list of -1 elements, of more elements than bytes are left, of more than memory has.
      [0x01], [0x04, 0x00], [0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
      [UInt8](repeating: 0x80, count: 11), [0x80], [],
    ] as [[UInt8]]
  )
  func counts(_ bytes: [UInt8]) {
    #expect(throws: PackedReader.Damage.self) {
      _ = try read(bytes) { reader throws(PackedReader.Damage) in try reader.list() }
    }
    #expect(throws: PackedReader.Damage.self) {
      _ = try read(bytes) { reader throws(PackedReader.Damage) in
        try reader.list { reader throws(PackedReader.Damage) in try reader.number() }
      }
    }
  }

  @Test(
    "a range before zero or with its ends swapped is damage, an empty one is not",
    arguments: [(0, 0, true), (3, 3, true), (3, 9, true), (4, 3, false), (-1, 3, false)]
  )
  func ranges(_ start: Int, _ end: Int, _ isRange: Bool) throws {
    let bytes = packed {
      $0.add(start)
      $0.add(end)
    }
    let found = try? read(bytes) { reader throws(PackedReader.Damage) in try reader.range() }
    #expect((found != nil) == isRange)
    if let found { #expect((found.lowerBound, found.upperBound) == (start, end)) }
  }

  @Test(
    "a text of bytes that are no UTF-8 is damage",
    arguments: [[0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x41, 0xE2, 0x82]] as [[UInt8]]
  )
  func invalidText(_ letters: [UInt8]) throws {
    let bytes = packed { $0.add(letters) }
    #expect(throws: PackedReader.Damage.self) {
      _ = try read(bytes) { reader throws(PackedReader.Damage) in try reader.text() }
    }
    let list = try read(bytes) { reader throws(PackedReader.Damage) in try reader.list() }
    #expect(list == letters)
  }
}
