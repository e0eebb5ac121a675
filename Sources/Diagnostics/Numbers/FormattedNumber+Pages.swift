extension FormattedNumber {
  /// A whole number in groups of three digits, split by narrow spaces that do not break.
  ///
  /// - Parameters:
  ///   - number: The number.
  ///   - separator: What splits the groups.
  /// - Returns: The text, with a true minus sign below zero.
  package static func count(_ number: Int, separator: String = "\u{202F}") -> String {
    minus(number < 0) + grouped(String(number.magnitude), separator)
  }

  /// A number of at most three significant digits as a page shows it: `0.956`, `323 000`,
  /// `1.2 × 10⁻⁵`.
  ///
  /// - Parameters:
  ///   - number: The number; `nil` if it is not known.
  ///   - shift: The power of ten to multiply by, exactly: 6 makes cells per million of a level.
  /// - Returns: The text; `not known` for `nil` and for what is not finite.
  package static func page(_ number: Double?, shift: Int = 0) -> String {
    guard let digits = rounded(number, shift: shift) else { return unknown }
    guard isDecimal(digits, from: lowestPageExponent) else { return power(digits) }
    let fraction = digits.fraction
    return minus(digits.isNegative) + grouped(digits.wholePart, "\u{202F}")
      + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// A number of at most three significant digits with a power of ten: `3.2 × 10⁻⁵`, `10⁻⁵`; `0` for
  /// zero, `not known` for `nil` and for what is not finite.
  package static func pageScientific(_ number: Double?) -> String {
    rounded(number, shift: 0).map(power) ?? unknown
  }

  /// What to write behind `p` of a p-value: `3.2 × 10⁻⁵`, `< 10⁻³⁰⁰`.
  package static func pagePValue(_ number: Double) -> String {
    number < smallestPValue
      ? "< \(pageScientific(smallestPValue))" : pageScientific(number)
  }

  private static func rounded(_ number: Double?, shift: Int) -> SignificantDigits? {
    number.flatMap { SignificantDigits($0) }?.shifted(by: shift).rounded(to: significantDigits)
  }

  private static func power(_ digits: SignificantDigits) -> String {
    guard !digits.isZero else { return "0" }
    let mantissa = digits.mantissa()
    return minus(digits.isNegative) + (mantissa == "1" ? "" : "\(mantissa) × ") + "10"
      + superscript(digits.exponent)
  }

  private static func superscript(_ number: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let text = String(number.magnitude).compactMap(\.wholeNumberValue).map { digits[$0] }
    return (number < 0 ? "⁻" : "") + String(text)
  }

  private static func minus(_ isNegative: Bool) -> String { isNegative ? "−" : "" }

  private static func grouped(_ digits: String, _ separator: String) -> String {
    let count = digits.utf8.count
    guard count > 3 else { return digits }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (count - index).isMultiple(of: 3) { text += separator }
      text.append(digit)
    }
    return text
  }
}
