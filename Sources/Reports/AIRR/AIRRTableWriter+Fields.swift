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

  /// Appends a number with a fixed count of decimals, rounded half away from zero; nothing for `nil`
  /// and for what is not finite or beyond 10¹².
  mutating func append(_ number: Double?, decimals: Int) {
    guard let number, number.magnitude < 1e12 else { return }
    let unit = (0..<decimals).reduce(1) { unit, _ in unit * 10 }
    let scaled = Int((number.magnitude * Double(unit)).rounded())
    if number < 0, scaled > 0 { append(UInt8(ascii: "-")) }
    append(count: scaled / unit)
    append(UInt8(ascii: "."))
    var place = unit / 10
    while place > 0 {
      append(UInt8(ascii: "0") + UInt8(scaled / place % 10))
      place /= 10
    }
  }
}
