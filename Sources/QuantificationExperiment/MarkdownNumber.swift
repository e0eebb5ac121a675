import Glibc
import Statistics

/// Numbers as the tables of the documentation print them.
enum MarkdownNumber {
  /// A number of 0 or more with this many decimals.
  static func fixed(_ value: Double, _ digits: Int) -> String {
    let scaled = Int((value * pow(10, Double(digits))).rounded())
    let text = String(scaled)
    let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    guard digits > 0 else { return padded }
    return "\(padded.dropLast(digits)).\(padded.suffix(digits))"
  }

  /// A whole number of 0 or more in groups of three digits.
  static func grouped(_ value: Int) -> String {
    value < 1_000
      ? String(value) : grouped(value / 1_000) + ",\(String(value % 1_000 + 1_000).dropFirst())"
  }

  /// A number of 0 or more with three digits and a power of ten.
  static func scientific(_ value: Double) -> String {
    guard value > 0 else { return "0" }
    var exponent = Int(log10(value).rounded(.down))
    var leading = fixed(value * pow(10, Double(-exponent)), 2)
    if leading == "10.00" { (leading, exponent) = ("1.00", exponent + 1) }
    return "\(leading)e\(exponent)"
  }

  /// A share in percent.
  static func percent(_ count: Int, of total: Int) -> String {
    fixed(100 * Double(count) / Double(total), 1)
  }

  /// A share in percent with its interval.
  static func share(_ count: Int, of total: Int) -> String {
    let interval = ConfidenceInterval.wilson(successes: count, trials: total)
    return percent(count, of: total)
      + " (\(fixed(100 * interval.lower, 1))–\(fixed(100 * interval.upper, 1)))"
  }

  /// A share in thousandths with its interval.
  static func perThousand(_ count: Int, of total: Int) -> String {
    let interval = ConfidenceInterval.wilson(successes: count, trials: total)
    return fixed(1_000 * Double(count) / Double(total), 2)
      + " (\(fixed(1_000 * interval.lower, 2))–\(fixed(1_000 * interval.upper, 2)))"
  }

  /// What to write beside a value: on which side of its target it lies; empty if within.
  static func mark(_ value: Double, _ target: ClosedRange<Double>) -> String {
    if value < target.lowerBound { return "low" }
    return value > target.upperBound ? "high" : ""
  }
}
