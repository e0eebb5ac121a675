/// Reads what `PackedWriter` wrote.
package struct PackedReader {
  /// The bytes are no checkpoint of this version; the sample is counted again.
  package struct Damage: Error {
    /// Bytes that are something else.
    package init() {}
  }

  private let bytes: ArraySlice<UInt8>
  private var position: Int

  /// Reads from the first byte on.
  init(_ bytes: ArraySlice<UInt8>) { (self.bytes, position) = (bytes, bytes.startIndex) }

  /// Bytes that were read.
  var consumed: Int { position - bytes.startIndex }

  /// Whether everything was read.
  package var isAtEnd: Bool { position == bytes.endIndex }

  /// A whole number.
  package mutating func number() throws(Damage) -> Int {
    var value: UInt = 0
    var shift: UInt = 0
    while true {
      guard position < bytes.endIndex, shift < 64 else { throw Damage() }
      let byte = bytes[position]
      position += 1
      value |= UInt(byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 { break }
    }
    return Int(bitPattern: value >> 1) ^ -Int(bitPattern: value & 1)
  }

  /// A number of things, never more than there are bytes left.
  package mutating func count() throws(Damage) -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.endIndex - position else { throw Damage() }
    return count
  }

  /// A number or `nil`.
  package mutating func optionalDouble() throws(Damage) -> Double? {
    guard try number() != 0 else { return nil }
    guard bytes.endIndex - position >= 8 else { throw Damage() }
    var pattern: UInt64 = 0
    for shift in stride(from: 0, to: 64, by: 8) {
      pattern |= UInt64(bytes[position]) << UInt64(shift)
      position += 1
    }
    return Double(bitPattern: pattern)
  }

  /// Bytes.
  package mutating func list() throws(Damage) -> [UInt8] {
    let count = try count()
    defer { position += count }
    return Array(bytes[position..<(position + count)])
  }

  /// A text.
  package mutating func text() throws(Damage) -> String {
    guard let text = String(validating: try list(), as: UTF8.self) else { throw Damage() }
    return text
  }

  /// A list of anything.
  package mutating func list<Element>(
    _ body: (inout PackedReader) throws(Damage) -> Element
  ) throws(Damage) -> [Element] {
    let count = try count()
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try body(&self)) }
    return list
  }

  /// A range whose ends are in order.
  package mutating func range() throws(Damage) -> Range<Int> {
    let (start, end) = (try number(), try number())
    guard start >= 0, start <= end else { throw Damage() }
    return start..<end
  }
}
