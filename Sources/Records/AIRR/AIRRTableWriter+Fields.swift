import Nucleotides

extension [UInt8] {
  /// Appends the bytes of a field, control characters as spaces so that no column can break.
  mutating func append(field: Span<UInt8>) {
    let start = count
    append(contentsOf: repeatElement(UInt8(ascii: " "), count: field.count))
    var target = mutableSpan
    for index in field.indices {
      target[start + index] = Swift.max(field[index], UInt8(ascii: " "))
    }
  }

  /// Appends text, control characters as spaces; nothing for `nil`.
  mutating func append(text: String?) {
    guard let text else { return }
    let start = count
    append(contentsOf: text.utf8)
    for index in start..<count where self[index] < UInt8(ascii: " ") {
      self[index] = UInt8(ascii: " ")
    }
  }

  /// Appends base letters; nothing for `nil`.
  mutating func append(bases: NucleotideSequence?) {
    guard let bases else { return }
    append(contentsOf: bases.codes.map(baseLetter))
  }

  /// Appends `T` or `F`; nothing for `nil`.
  mutating func append(flag: Bool?) {
    guard let flag else { return }
    append(flag ? UInt8(ascii: "T") : UInt8(ascii: "F"))
  }

  /// Appends a whole number; nothing for `nil`.
  mutating func append(count number: Int?) {
    guard let number else { return }
    if number < 0 { append(UInt8(ascii: "-")) }
    let start = count
    var rest = number.magnitude
    repeat {
      append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }
}
