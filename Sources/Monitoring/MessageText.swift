import Glibc

extension Double {
  /// The number as messages print it: three significant digits, `2.91e-5`, `0.956`, `100`.
  var text: String {
    guard isFinite, self != 0 else { return isFinite ? "0" : "\(self)" }
    let power = 2 - Int(log10(magnitude).rounded(.down))
    // Dividing by a whole power of ten gives the double that prints with these digits.
    let rounded =
      power >= 0
      ? (self * pow(10, Double(power))).rounded() / pow(10, Double(power))
      : (self / pow(10, Double(-power))).rounded() * pow(10, Double(-power))
    var text = "\(rounded)"
    if text.hasSuffix(".0") { text.removeLast(2) }
    return text.replacingExponentZero()
  }
}

extension String {
  /// `1e-05` as `1e-5`.
  fileprivate func replacingExponentZero() -> String {
    guard let e = firstIndex(of: "e") else { return self }
    let sign = self[index(after: e)...].prefix { $0 == "-" || $0 == "+" }
    let digits = self[index(after: e)...].dropFirst(sign.count).drop { $0 == "0" }
    let mantissa = self[..<e].hasSuffix(".0") ? self[..<e].dropLast(2) : self[..<e]
    return mantissa + "e" + (sign == "-" ? "-" : "") + (digits.isEmpty ? "0" : digits)
  }
}

/// A number with its noun: `1 read`, `3 reads`.
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
