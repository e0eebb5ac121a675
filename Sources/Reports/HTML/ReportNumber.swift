import Diagnostics
package import Records

/// The words of the reports for numbers: levels, shares and intervals with their units, in the page
/// style of `FormattedNumber`.
package enum ReportNumber {
  /// What stands for a value that is not known.
  package static let unknown = FormattedNumber.unknown

  /// A whole number in groups of three digits.
  package static func count(_ number: Int) -> String { FormattedNumber.count(number) }

  /// A number of three significant digits; `not known` for `nil`.
  package static func significant(_ number: Double?) -> String { FormattedNumber.page(number) }

  /// A level as clonal cells per million nucleated cells, without the unit.
  package static func perMillion(_ level: Double?) -> String {
    FormattedNumber.page(level, shift: 6)
  }

  /// A level as clonal cells per million nucleated cells; `not known` for `nil`.
  package static func rate(_ level: Double?) -> String {
    level == nil ? unknown : perMillion(level) + " per 10⁶"
  }

  /// A level with its unit, and as a power of ten.
  package static func level(_ level: Double?) -> String {
    guard let level else { return unknown }
    guard level > 0 else { return "0 per 10⁶ nucleated cells" }
    return "\(perMillion(level)) per 10⁶ nucleated cells (\(scientific(level)))"
  }

  /// A number as `3.2 × 10⁻⁵`.
  package static func scientific(_ number: Double) -> String {
    FormattedNumber.pageScientific(number)
  }

  /// A share of a whole in percent; `not known` for `nil`.
  package static func percent(_ fraction: Double?) -> String {
    fraction == nil ? unknown : FormattedNumber.page(fraction, shift: 2) + "\u{A0}%"
  }

  /// The two ends of an interval, per million, with its coverage; `not known` without them.
  package static func interval(_ interval: Interval) -> String {
    guard interval.lower != nil || interval.upper != nil else { return unknown }
    return "\(perMillion(interval.lower)) to \(rate(interval.upper))"
  }

  /// A key of the status object, such as `1e-5`, as `10⁻⁵`.
  package static func cutoff(_ key: String) -> String { Double(key).map(scientific) ?? key }
}
