import Glibc

/// Numbers as `clonetrack plan` prints them.
enum PlanNumber {
  /// A cutoff as records key it: `1e-5`, `2.5e-6`.
  static func cutoff(_ value: Double) -> String { scientific(value) }

  /// A number above 0 with at most three digits and a power of ten: `9.7e-6`, `1e-5`.
  static func scientific(_ value: Double) -> String {
    guard value > 0, value.isFinite else { return "0" }
    var exponent = Int(log10(value).rounded(.down))
    var hundredths = Int((value / pow(10, Double(exponent)) * 100).rounded())
    if hundredths >= 1_000 { (hundredths, exponent) = (hundredths / 10, exponent + 1) }
    if hundredths < 100 { (hundredths, exponent) = (hundredths * 10, exponent - 1) }
    return "\(decimal(hundredths, 2))e\(exponent)"
  }

  /// A number with three digits, more only before the point: `0.195`, `1.95`, `1950`.
  static func significant(_ value: Double) -> String {
    guard value > 0, value.isFinite else { return "0" }
    let decimals = min(max(0, 2 - Int(log10(value).rounded(.down))), 9)
    return decimal(Int((value * pow(10, Double(decimals))).rounded()), decimals)
  }

  /// A whole number of so many decimal parts, without zeros at its end.
  private static func decimal(_ parts: Int, _ decimals: Int) -> String {
    guard decimals > 0 else { return String(parts) }
    let text = String(parts)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - text.count)) + text
    var fraction = String(padded.suffix(decimals))
    while fraction.last == "0" { fraction.removeLast() }
    return padded.dropLast(decimals) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
