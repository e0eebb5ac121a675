#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How the reports write numbers.
package enum ReportNumber {
  /// What stands for a value that is not known.
  package static let unknown = "not known"

  /// A whole number in groups of three digits.
  package static func count(_ number: Int) -> String {
    grouped(String(number.magnitude), sign: number < 0 ? "−" : "")
  }

  /// A number of three significant digits without an exponent; `not known` for `nil`.
  package static func significant(_ number: Double?) -> String {
    guard let number, number.isFinite else { return unknown }
    guard number != 0 else { return "0" }
    let exponent = Int(log10(number.magnitude).rounded(.down))
    guard exponent < 15 else { return "\(number)" }
    let decimals = min(max(2 - exponent, 0), 12)
    // Above three digits the rest is rounded away.
    let unit = pow(10, Double(max(exponent - 2, 0)))
    let rounded = (number.magnitude / unit).rounded() * unit
    var bytes: [UInt8] = []
    bytes.append(exponent > 2 ? rounded : number.magnitude, decimals: decimals)
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: ".")
    var text = grouped(String(parts.first ?? "0"), sign: number < 0 ? "−" : "")
    var fraction = parts.count > 1 ? String(parts[1]) : ""
    while fraction.last == "0" { fraction.removeLast() }
    if !fraction.isEmpty { text += "." + fraction }
    return text
  }

  /// A level as clonal cells per million nucleated cells, without the unit.
  package static func perMillion(_ level: Double?) -> String { significant(level.map { $0 * 1e6 }) }

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
    guard number > 0, number.isFinite else { return significant(number) }
    var exponent = Int(log10(number).rounded(.down))
    var mantissa = significant(number / pow(10, Double(exponent)))
    if mantissa == "10" { (mantissa, exponent) = ("1", exponent + 1) }
    let power = "10" + superscript(exponent)
    return mantissa == "1" ? power : "\(mantissa) × \(power)"
  }

  /// A share of a whole in percent; `not known` for `nil`.
  package static func percent(_ fraction: Double?) -> String {
    fraction.map { significant($0 * 100) + "\u{A0}%" } ?? unknown
  }

  /// The two ends of an interval, per million, with its coverage; `not known` without them.
  package static func interval(_ interval: Interval) -> String {
    guard interval.lower != nil || interval.upper != nil else { return unknown }
    return "\(perMillion(interval.lower)) to \(rate(interval.upper))"
  }

  /// A key of the status object, such as `1e-5`, as `10⁻⁵`.
  package static func cutoff(_ key: String) -> String { Double(key).map(scientific) ?? key }

  private static func superscript(_ number: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let text = String(number.magnitude).compactMap(\.wholeNumberValue).map { digits[$0] }
    return (number < 0 ? "⁻" : "") + String(text)
  }

  /// Digits in groups of three, split by narrow spaces that do not break.
  private static func grouped(_ digits: String, sign: String) -> String {
    var text = sign
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "\u{202F}" }
      text.append(digit)
    }
    return text
  }
}
