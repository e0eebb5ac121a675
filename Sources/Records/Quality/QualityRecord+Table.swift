import Diagnostics

extension QualityRecord {
  /// The bytes of `failure_summary.tsv`: one line for each rate, shares with four decimals.
  ///
  /// `group` is empty where it is not known.
  package var table: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(
      row: [
        "level", "dimension", "group", "event", "numerator", "denominator", "rate", "ci_lower",
        "ci_upper",
      ]
    )
    for line in rates {
      let share = line.proportion
      bytes.append(
        row: [
          line.level.rawValue, line.dimension, line.group ?? "", line.event,
          "\(share.numerator)", "\(share.denominator)",
          FormattedNumber.fixed(share.rate, decimals: 4),
          FormattedNumber.fixed(share.ci.lower, decimals: 4),
          FormattedNumber.fixed(share.ci.upper, decimals: 4),
        ]
      )
    }
    return bytes
  }
}
