extension SpecimenEvidence {
  /// A value of the sheet that has not the form its column asks for.
  package struct Malformed: Hashable, Sendable {
    /// The column.
    package var column: SpecimenColumn
    /// The value as it stands there.
    package var value: String
  }

  /// Reads the columns of one sample; empty values and other columns are passed over.
  ///
  /// - Parameters:
  ///   - columns: The sheet's values by column.
  ///   - role: What the sample is for.
  /// - Returns: The evidence, and the values that could not be read in the order of the columns.
  package static func parse(
    _ columns: [String: String],
    role: SampleRole?
  ) -> (evidence: SpecimenEvidence, malformed: [Malformed]) {
    var evidence = SpecimenEvidence()
    evidence.role = role
    var malformed: [Malformed] = []
    for column in SpecimenColumn.allCases {
      guard let value = columns[column.rawValue], !value.isEmpty else { continue }
      if !evidence.take(value, of: column) { malformed.append(.init(column: column, value: value)) }
    }
    return (evidence, malformed)
  }

  /// Sets the field of a column; false if the value has not the column's form.
  private mutating func take(_ value: String, of column: SpecimenColumn) -> Bool {
    switch column {
    case .received: Self.set(&isReceived, Self.flag(value))
    case .specimen: Self.set(&specimenType, value.uppercased())
    case .visit: Self.set(&visit, value)
    case .collectionDate: Self.set(&collectionDate, CalendarDate(value))
    case .libraryDate: Self.set(&libraryDate, CalendarDate(value))
    case .runDate: Self.set(&libraryDate, CalendarDate(value), keeping: true)
    case .sex: Self.set(&sex, ["F", "M"].first { $0 == value.uppercased() })
    case .aspirateCells:
      Self.set(&aspirateCells, Self.number(value, 0...(.greatestFiniteMagnitude)))
    case .pull: Self.set(&pull, Self.pull(value))
    case .transportHours:
      Self.set(&transportHours, Self.number(value, 0...(.greatestFiniteMagnitude)))
    case .transportCelsius: Self.set(&transportCelsius, Self.number(value, -200...60))
    case .anticoagulant: Self.set(&anticoagulant, value.uppercased())
    case .frozen: Self.set(&isFrozen, Self.flag(value))
    case .a260To280: Self.set(&a260To280, Self.number(value, 0...(.greatestFiniteMagnitude)))
    case .din: Self.set(&din, Self.number(value, 1...10))
    case .spikeRecovery:
      Self.set(&spikeRecovery, Self.number(value, 0...(.greatestFiniteMagnitude)))
    case .lot: Self.set(&lot, value)
    case .lotExpiry: Self.set(&lotExpiry, CalendarDate(value))
    case .lotQualified: Self.set(&isLotQualified, Self.flag(value))
    case .runQ30: Self.set(&runQ30, Self.number(value, 0...1))
    case .runPhiXError: Self.set(&runPhiXError, Self.number(value, 0...1))
    case .expectedMRD: Self.set(&expectedMRD, Self.number(value, 0...1))
    case .expectedMRDSD:
      Self.set(&expectedMRDSD, Self.number(value, 0...(.greatestFiniteMagnitude)))
    case .control: Self.set(&control, value)
    }
  }

  private static func set<Value>(
    _ field: inout Value?,
    _ value: Value?,
    keeping: Bool = false
  ) -> Bool {
    if let value, !keeping || field == nil { field = value }
    return value != nil
  }

  private static func flag(_ text: String) -> Bool? { ["T": true, "F": false][text.uppercased()] }

  private static func number(_ text: String, _ range: ClosedRange<Double>) -> Double? {
    guard let first = text.utf8.first, first != 0x2B, !text.contains(where: { $0 == "x" }),
      let number = Double(text), number.isFinite, range.contains(number)
    else { return nil }
    return number
  }

  private static func pull(_ text: String) -> Pull? {
    if text.lowercased() == "unknown" { return .unknown }
    guard let number = Int(text), number >= 1 else { return nil }
    return .number(number)
  }
}
