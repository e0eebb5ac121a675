import Diagnostics
import Statistics

/// What the tables of the documentation say of a number beyond its digits: shares with their
/// intervals, and on which side of a target a value lies.
enum MarkdownNumber {
  /// A whole number of 0 or more in groups of three digits.
  static func grouped(_ value: Int) -> String { FormattedNumber.count(value, separator: ",") }

  /// A share in percent.
  static func percent(_ count: Int, of total: Int) -> String {
    FormattedNumber.fixed(100 * Double(count) / Double(total), decimals: 1)
  }

  /// A share in percent with its interval.
  static func share(_ count: Int, of total: Int) -> String {
    let interval = ConfidenceInterval.wilson(successes: count, trials: total)
    let ends = [interval.lower, interval.upper].map { FormattedNumber.fixed(100 * $0, decimals: 1) }
    return percent(count, of: total) + " (\(ends[0])–\(ends[1]))"
  }

  /// A share in thousandths with its interval.
  static func perThousand(_ count: Int, of total: Int) -> String {
    let interval = ConfidenceInterval.wilson(successes: count, trials: total)
    let numbers = [Double(count) / Double(total), interval.lower, interval.upper]
      .map { FormattedNumber.fixed(1_000 * $0, decimals: 2) }
    return "\(numbers[0]) (\(numbers[1])–\(numbers[2]))"
  }

  /// What to write beside a value: on which side of its target it lies; empty if within.
  static func mark(_ value: Double, _ target: ClosedRange<Double>) -> String {
    if value < target.lowerBound { return "low" }
    return value > target.upperBound ? "high" : ""
  }
}
