/// Writes whole numbers, texts and lists one after the other; equal values give equal bytes.
package struct PackedWriter {
  /// What was written.
  package private(set) var bytes: [UInt8] = []

  /// Starts with nothing written.
  package init() {}

  /// Starts again with nothing written.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Writes a number in groups of seven bits, the sign in the lowest one.
  package mutating func add(_ number: Int) {
    var rest = UInt(bitPattern: number << 1) ^ UInt(bitPattern: number >> (Int.bitWidth - 1))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes a number exactly; `nil` is kept.
  package mutating func add(_ number: Double?) {
    add(number == nil ? 0 : 1)
    guard let number else { return }
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number.bitPattern >> UInt64(shift)))
    }
  }

  /// Writes bytes with their count before them.
  package mutating func add(_ list: [UInt8]) {
    add(list.count)
    bytes += list
  }

  /// Writes a text.
  package mutating func add(_ text: String) { add(Array(text.utf8)) }

  /// Writes a list with its count before it.
  package mutating func add<Element>(
    _ list: [Element],
    _ body: (inout PackedWriter, Element) -> Void
  ) {
    add(list.count)
    for element in list { body(&self, element) }
  }
}
