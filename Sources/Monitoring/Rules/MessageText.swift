import Diagnostics

extension Double {
  /// The number as messages print it: three significant digits, `2.91e-5`, `0.956`, `100`.
  var text: String { FormattedNumber.plain(self) }

  /// The number as messages print it behind `p`: `0.00213`, `< 1e-300`.
  var pText: String { FormattedNumber.pValue(self) }
}

/// A number with its noun: `1 read`, `3 reads`.
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
