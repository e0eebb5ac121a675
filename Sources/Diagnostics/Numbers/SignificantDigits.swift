/// A finite number as decimal digits: its shortest decimal that reads back as the same number, exactly
/// rounded and shifted from there on.
///
/// Rounding the shortest decimal gives what a reader gets who rounds the number of a record by hand:
/// 0.285 becomes 0.29, though the binary number lies a little below. No binary arithmetic comes
/// between, so that no digit is an artefact of it.
struct SignificantDigits: Hashable, Sendable {
  /// Whether the number is below zero; zero has no sign.
  private(set) var isNegative: Bool
  /// The digits without zeros at either end; 0 for zero.
  private(set) var digits: UInt64
  /// How many digits there are, at least 1.
  private(set) var count: Int
  /// The power of ten of the first digit; 0 for zero.
  private(set) var exponent: Int

  /// The shortest digits of a number; `nil` for what is not finite.
  init?(_ number: Double) {
    guard number.isFinite else { return nil }
    isNegative = number < 0
    (digits, count, exponent) = (0, 1, 0)
    var fraction = 0
    var power = 0
    // The standard library writes `12.5` or `1.25e-05`, with at most 18 digits.
    var bytes = number.magnitude.description.utf8.makeIterator()
    var isFraction = false
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits = digits * 10 + UInt64(byte - UInt8(ascii: "0"))
        if isFraction { fraction += 1 }
      case UInt8(ascii: "."): isFraction = true
      default: power = Self.whole(&bytes)
      }
    }
    guard digits > 0 else { return }
    var zeros = 0
    while digits.isMultiple(of: 10) { (digits, zeros) = (digits / 10, zeros + 1) }
    count = Self.length(of: digits)
    exponent = count + zeros - 1 - fraction + power
  }

  /// The whole number that the rest of a text is, such as `-05`.
  private static func whole(_ bytes: inout String.UTF8View.Iterator) -> Int {
    var isNegative = false
    var value = 0
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      default: break
      }
    }
    return isNegative ? -value : value
  }

  private static func length(of number: UInt64) -> Int {
    var length = 1
    var rest = number / 10
    while rest > 0 { (rest, length) = (rest / 10, length + 1) }
    return length
  }

  /// Whether the number is zero.
  var isZero: Bool { digits == 0 }

  /// The number times a power of ten.
  func shifted(by places: Int) -> SignificantDigits {
    guard !isZero else { return self }
    var shifted = self
    shifted.exponent += places
    return shifted
  }

  /// The number with at most so many digits, rounded half away from zero.
  ///
  /// - Parameter limit: The most digits, 0 or more.
  /// - Returns: The rounded number; without a digit it is 0 or the power of ten above it.
  func rounded(to limit: Int) -> SignificantDigits {
    guard count > limit, !isZero else { return self }
    var unit: UInt64 = 1
    for _ in limit..<count { unit *= 10 }
    var rounded = self
    rounded.digits = (digits + unit / 2) / unit
    guard rounded.digits > 0 else {
      (rounded.isNegative, rounded.count, rounded.exponent) = (false, 1, 0)
      return rounded
    }
    // All nines become a one and zeros.
    if Self.length(of: rounded.digits) > limit { rounded.exponent += 1 }
    while rounded.digits.isMultiple(of: 10) { rounded.digits /= 10 }
    rounded.count = Self.length(of: rounded.digits)
    return rounded
  }

  /// The number with at most so many digits behind the point, rounded half away from zero.
  func rounded(toDecimals decimals: Int) -> SignificantDigits {
    let limit = exponent + 1 + decimals
    guard limit < 0 else { return rounded(to: limit) }
    var zero = self
    (zero.isNegative, zero.digits, zero.count, zero.exponent) = (false, 0, 1, 0)
    return zero
  }

  /// The digits before the point of a number without an exponent: `0` or more.
  var wholePart: String {
    guard exponent >= 0 else { return "0" }
    let text = String(digits)
    return count > exponent
      ? String(text.prefix(exponent + 1))
      : text + String(repeating: "0", count: exponent + 1 - count)
  }

  /// The digits behind the point of a number without an exponent; empty for a whole number.
  var fraction: String {
    guard !isZero, count > exponent + 1 else { return "" }
    let text = String(digits)
    return exponent >= 0
      ? String(text.dropFirst(exponent + 1))
      : String(repeating: "0", count: -exponent - 1) + text
  }

  /// The first digit and, behind a point, the others; filled up with zeros to `length` digits.
  func mantissa(length: Int = 1) -> String {
    let text = String(digits) + String(repeating: "0", count: max(0, length - count))
    return text.utf8.count == 1 ? text : "\(text.prefix(1)).\(text.dropFirst())"
  }
}
