import Records

extension QualityRecord {
  /// What a control chart shows, in words.
  static func title(_ quantity: ControlQuantity) -> String {
    switch quantity {
    case .readsPerCopy: "Reads per copy"
    case .recoveredMRD: "Recovered level of the positive control"
    }
  }

  /// A measurement with its unit.
  static func value(_ value: Double, _ quantity: ControlQuantity) -> String {
    switch quantity {
    case .readsPerCopy: "\(ReportNumber.significant(value)) reads per copy"
    case .recoveredMRD: ReportNumber.rate(value)
    }
  }
}
