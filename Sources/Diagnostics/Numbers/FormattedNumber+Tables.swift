extension FormattedNumber {
  /// The shortest text that reads back as the same number, as tables for programs have it: `12.0`,
  /// `4.94e-05`; empty for `nil` and for what is not finite.
  package static func shortest(_ number: Double?) -> String {
    guard let number, number.isFinite else { return "" }
    // A sum may come out as -0, which no reader needs to see.
    return number == 0 ? "0.0" : number.description
  }

  /// A number with a fixed count of decimals, rounded half away from zero; empty for `nil`, for what
  /// is not finite and from 10¹² on.
  package static func fixed(_ number: Double?, decimals: Int) -> String {
    var bytes: [UInt8] = []
    bytes.append(number, decimals: decimals)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Appends a number with a fixed count of decimals, rounded half away from zero; nothing for `nil`,
  /// for what is not finite and from 10¹² on.
  ///
  /// - Parameters:
  ///   - number: The number.
  ///   - decimals: How many digits stand behind the point, `0...15`; without one there is no point.
  package mutating func append(_ number: Double?, decimals: Int) {
    guard let number, number.magnitude < 1e12 else { return }
    var unit = 1
    for _ in 0..<decimals { unit *= 10 }
    let product = number.magnitude * Double(unit)
    // Beyond, a Double has no halves and soon more than an Int holds.
    guard product < 0x1p52 else { return appendExactly(number, decimals: decimals) }
    let scaled = Int(product.rounded())
    if number < 0, scaled > 0 { append(UInt8(ascii: "-")) }
    appendDigits(of: scaled / unit)
    guard decimals > 0 else { return }
    append(UInt8(ascii: "."))
    var place = unit / 10
    while place > 0 {
      append(UInt8(ascii: "0") + UInt8(scaled / place % 10))
      place /= 10
    }
  }

  private mutating func appendExactly(_ number: Double, decimals: Int) {
    guard let digits = SignificantDigits(number)?.rounded(toDecimals: decimals) else { return }
    if digits.isNegative { append(UInt8(ascii: "-")) }
    append(contentsOf: digits.wholePart.utf8)
    guard decimals > 0 else { return }
    let fraction = digits.fraction.utf8
    append(UInt8(ascii: "."))
    append(contentsOf: fraction)
    append(contentsOf: repeatElement(UInt8(ascii: "0"), count: decimals - fraction.count))
  }

  private mutating func appendDigits(of number: Int) {
    let start = count
    var rest = number
    repeat {
      append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    self[start...].reverse()
  }
}
