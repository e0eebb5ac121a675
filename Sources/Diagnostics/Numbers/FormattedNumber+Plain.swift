extension FormattedNumber {
  /// A number of at most three significant digits in plain letters: `0.956`, `323000`, `1.23e-5`.
  ///
  /// - Parameters:
  ///   - number: The number.
  ///   - shift: The power of ten to multiply by, exactly: 2 makes percent of a fraction.
  ///   - keepsWholePart: Whether every digit before the point stands: `1952`, not `1950`.
  /// - Returns: The text; `not known` for what is not finite.
  package static func plain(
    _ number: Double,
    shift: Int = 0,
    keepsWholePart: Bool = false
  ) -> String {
    guard let digits = SignificantDigits(number)?.shifted(by: shift) else { return unknown }
    let limit =
      keepsWholePart ? max(significantDigits, digits.exponent + 1) : significantDigits
    return plain(digits.rounded(to: limit))
  }

  /// A number of at most three significant digits that always has an exponent: `9.7e-6`, `1e-5`.
  ///
  /// - Parameters:
  ///   - number: The number.
  ///   - keepsZeros: Whether all three digits stand: `1.00e-5`.
  /// - Returns: The text; `0` for zero, `not known` for what is not finite.
  package static func plainScientific(_ number: Double, keepsZeros: Bool = false) -> String {
    guard let digits = SignificantDigits(number) else { return unknown }
    return scientific(
      digits.rounded(to: significantDigits),
      length: keepsZeros ? significantDigits : 1
    )
  }

  /// What to write behind `p` of a p-value: `0.00213`, `3.3e-141`, `< 1e-300`.
  package static func pValue(_ number: Double) -> String {
    number < smallestPValue ? "< \(plain(smallestPValue))" : plain(number)
  }

  /// A number with all its digits in plain letters: `0.05`, `1000`, `1e-6`; reads back as the same
  /// number, `not a finite number` for what is not finite.
  package static func exact(_ number: Double) -> String {
    SignificantDigits(number).map(plain) ?? notFinite
  }

  /// Numbers with all their digits in one notation: with exponents if each needs one or if one is
  /// below 1e-4, where decimals become unreadable; else without.
  ///
  /// - Parameter numbers: The numbers.
  /// - Returns: Their texts in the order given; `not a finite number` for what is not finite.
  package static func list(_ numbers: [Double]) -> [String] {
    let all = numbers.map { SignificantDigits($0) }
    let known = all.compactMap(\.self)
    let isScientific =
      known.contains { !isDecimal($0, from: lowestPageExponent) }
      || !known.contains { isDecimal($0, from: lowestPlainExponent) }
    return all.map { digits in
      guard let digits else { return notFinite }
      return isScientific ? scientific(digits, length: 1) : decimal(digits)
    }
  }

  /// A cutoff as records key it: `1e-5`, `2.5e-6`; at most six significant digits, so that a cutoff
  /// that arithmetic made is keyed as one that a person wrote.
  package static func key(_ cutoff: Double) -> String {
    guard let digits = SignificantDigits(cutoff) else { return unknown }
    return scientific(digits.rounded(to: 6), length: 1)
  }

  private static func plain(_ digits: SignificantDigits) -> String {
    isDecimal(digits, from: lowestPlainExponent)
      ? decimal(digits) : scientific(digits, length: 1)
  }

  private static func decimal(_ digits: SignificantDigits) -> String {
    let sign = digits.isNegative ? "-" : ""
    let fraction = digits.fraction
    return sign + digits.wholePart + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// What stands for something a person has set that is no number to work with.
  private static let notFinite = "not a finite number"

  private static func scientific(_ digits: SignificantDigits, length: Int) -> String {
    guard !digits.isZero else { return "0" }
    let sign = digits.isNegative ? "-" : ""
    return "\(sign)\(digits.mantissa(length: length))e\(digits.exponent)"
  }

  /// Whether a number is written without an exponent.
  static func isDecimal(_ digits: SignificantDigits, from lowest: Int) -> Bool {
    digits.exponent >= lowest && digits.exponent < highestExponent
  }
}
