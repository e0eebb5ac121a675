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
          "\(share.numerator)", "\(share.denominator)", Self.decimals(share.rate),
          Self.decimals(share.ci.lower), Self.decimals(share.ci.upper),
        ]
      )
    }
    return bytes
  }

  /// A share with four decimals; empty if it is not known.
  private static func decimals(_ share: Double?) -> String {
    var bytes: [UInt8] = []
    bytes.append(share, decimals: 4)
    return String(decoding: bytes, as: UTF8.self)
  }
}
