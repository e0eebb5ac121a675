import Foundation

/// A number read back from the text of any style, by the letters alone.
struct NumberText {
  /// Its significant digits: without zeros in front, and without those that only hold places.
  var significantDigits: Int
  /// Whether it has an exponent.
  var isScientific: Bool
  /// The same text as Swift and C read it.
  var plain: String

  /// What the text says; `nil` for what is no number.
  var value: Double? { Double(plain) }

  init(_ text: String) {
    var plain = text.replacing("\u{202F}", with: "").replacing("−", with: "-")
    if let power = plain.firstRange(of: "10⁻") ?? plain.firstRange(of: #/10[⁰¹²³⁴⁵⁶⁷⁸⁹]/#) {
      let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
      let start = plain.index(power.lowerBound, offsetBy: 2)
      let exponent = plain[start...].map { letter in
        digits.firstIndex(of: letter).map(String.init) ?? "-"
      }
      let before = plain[..<power.lowerBound].replacing(" × ", with: "")
      let mantissa = before.isEmpty || before == "-" ? before + "1" : before
      plain = mantissa + "e" + exponent.joined()
    }
    self.plain = plain
    isScientific = plain.contains("e")
    var digits = plain.prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }
    if !plain.contains(".") { while digits.last == "0" { digits.removeLast() } }
    significantDigits = digits.count
  }

  /// How far the text is from a number, in units of the last of three digits.
  ///
  /// Exact but for the 31st digit, which C prints of the number.
  func distance(from number: Double) -> Decimal? {
    let exact = String(format: "%.30e", number)
    guard let (mantissa, exponent) = Self.split(exact), let (own, ownExponent) = Self.split(plain)
    else { return nil }
    var scaled = own
    for _ in 0..<abs(ownExponent - exponent) {
      scaled = ownExponent > exponent ? scaled * 10 : scaled / 10
    }
    return abs(scaled - mantissa) * 100
  }

  private static func split(_ text: String) -> (mantissa: Decimal, exponent: Int)? {
    let parts = text.split(separator: "e")
    guard parts.count == 2, let mantissa = Decimal(string: String(parts[0])),
      let exponent = Int(parts[1])
    else { return nil }
    return (mantissa, exponent)
  }
}
