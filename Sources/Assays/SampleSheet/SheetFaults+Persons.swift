extension SheetFaults {
  /// What stands in for a remedy of every such fault.
  private static let remedy =
    "Name samples and subjects by study codes and keep the key outside of the sheet."

  /// Reports columns and values that look like a person's name, birth date or record number.
  ///
  /// The check is of forms, not of meaning: it refuses what is likely a mistake and cannot prove
  /// that a sheet is free of personal data.
  mutating func refusePersons(_ columns: [String], _ rows: ArraySlice<CSVTable.Row>) {
    let person = PersonalData()
    for (place, column) in columns.enumerated() {
      if let kind = person.kind(ofColumn: column) {
        add(
          "column \(column) is named like a \(kind), expected no personal data",
          line: 1,
          code: "SHEET-PERSON",
          suggestion: Self.remedy
        )
        continue
      }
      for row in rows where place < row.fields.count {
        let value = String(row.fields[place].trimmingSpaces)
        guard !value.isEmpty, let kind = person.kind(ofValue: value, in: column) else { continue }
        add(
          "column \(column) is '\(value)', which looks like a \(kind), expected no personal data",
          line: row.line,
          code: "SHEET-PERSON",
          suggestion: Self.remedy
        )
      }
    }
  }
}
