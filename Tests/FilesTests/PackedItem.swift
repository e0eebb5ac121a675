import Files
import SimulatedReads

/// Something that is packed: a value of one of the kinds that files of counts are made of.
enum PackedItem: Equatable {
  case number(Int)
  /// The bit pattern of a number; `nil` for a number that is not known.
  case double(UInt64?)
  case bytes([UInt8])
  case text(String)
  case list([[Int]])
  case range(Range<Int>)

  /// Writes the item.
  func write(to writer: inout PackedWriter) {
    switch self {
    case .number(let number): writer.add(number)
    case .double(let pattern): writer.add(pattern.map { Double(bitPattern: $0) })
    case .bytes(let bytes): writer.add(bytes)
    case .text(let text): writer.add(text)
    case .list(let rows):
      writer.add(rows) { writer, row in writer.add(row) { $0.add($1) } }
    case .range(let range):
      writer.add(range.lowerBound)
      writer.add(range.upperBound)
    }
  }

  /// Reads an item of the same kind.
  func read(from reader: inout PackedReader) throws(PackedReader.Damage) -> PackedItem {
    switch self {
    case .number: .number(try reader.number())
    case .double: .double(try reader.optionalDouble()?.bitPattern)
    case .bytes: .bytes(try reader.list())
    case .text: .text(try reader.text())
    case .list:
      .list(
        try reader.list { reader throws(PackedReader.Damage) in
          try reader.list { reader throws(PackedReader.Damage) in try reader.number() }
        }
      )
    case .range: .range(try reader.range())
    }
  }

  /// An item of any kind and size.
  static func random(_ random: inout SeededGenerator) -> PackedItem {
    switch random.below(6) {
    case 0: .number(integer(&random))
    // Every bit pattern is a number, also those of numbers that are none.
    case 1: .double(random.below(4) == 0 ? nil : random.next())
    case 2: .bytes((0..<random.below(40)).map { _ in UInt8(random.below(256)) })
    case 3: .text(String((0..<random.below(20)).map { _ in letter(&random) }))
    case 4:
      .list((0..<random.below(5)).map { _ in (0..<random.below(5)).map { _ in integer(&random) } })
    default:
      .range({ $0..<($0 + random.below(1 << 20)) }(random.below(1 << 40)))
    }
  }

  /// A number whose count of bits is as likely small as large.
  private static func integer(_ random: inout SeededGenerator) -> Int {
    Int(truncatingIfNeeded: random.next()) >> random.below(64)
  }

  private static func letter(_ random: inout SeededGenerator) -> Character {
    random.element(of: ["A", "\0", "\n", "µ", "ß", "漢", "🧬", "e\u{301}"]) ?? "A"
  }
}
