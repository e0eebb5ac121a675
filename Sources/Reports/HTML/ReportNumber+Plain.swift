extension ReportNumber {
  /// A number of three significant digits in plain letters: `1.23e-5`, `12.3`.
  package static func plain(_ number: Double) -> String {
    guard number > 0 else { return "0" }
    var exponent = 0
    var mantissa = number
    while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    var rounded = (mantissa * 100).rounded() / 100
    if rounded >= 10 { (rounded, exponent) = (rounded / 10, exponent + 1) }
    guard exponent < -2 || exponent > 3 else {
      var scale = 1.0
      for _ in 0..<max(0, 2 - exponent) { scale *= 10 }
      return "\((number * scale).rounded() / scale)"
    }
    return "\(rounded)e\(exponent)"
  }
}
