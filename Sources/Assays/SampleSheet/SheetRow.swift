import Monitoring

/// One row of a sheet: the files of one lane of one replicate.
struct SheetRow: Hashable {
  /// The line, counted from 1.
  let line: Int
  /// The columns in the order of the sheet.
  let columns: [String]
  /// The values by column, outer spaces removed, empty ones left out.
  let values: [String: String]
  /// What the sample is for.
  let role: SampleRole
  /// The folder that relative paths start from, ending in a slash; empty for the current one.
  private let folder: String

  /// Reads a row and reports every value that has not its column's form; `nil` if any has not.
  init?(
    _ row: CSVTable.Row,
    _ header: SheetHeader,
    folder: String,
    _ faults: inout SheetFaults
  ) {
    (line, columns, self.folder) = (row.line, header.names, folder)
    guard row.fields.count == header.names.count else {
      faults.add(
        "the row has \(row.fields.count) fields, expected \(header.names.count) as in the header",
        line: row.line
      )
      return nil
    }
    var values: [String: String] = [:]
    for (name, field) in zip(header.names, row.fields) {
      let value = field.trimmingSpaces
      if !value.isEmpty { values[name] = String(value) }
    }
    self.values = values
    let isReadable = Self.check(values, header, line: row.line, &faults)
    guard isReadable, let role = values[SheetColumn.role.rawValue].flatMap(SampleRole.init) else {
      return nil
    }
    self.role = role
  }

  /// The value of a column; `nil` if it is empty.
  subscript(_ column: SheetColumn) -> String? { values[column.rawValue] }

  /// The sample's name.
  var sample: String { self[.sample] ?? "" }
  /// The number of the replicate; 1 if not stated.
  var replicate: Int { self[.replicate].flatMap(SheetColumn.whole) ?? 1 }
  /// The path of the first mates.
  var firstMates: String { self[.firstMates].map(resolved) ?? "" }
  /// The path of the second mates; `nil` for single reads.
  var secondMates: String? { self[.secondMates].map(resolved) }

  /// Where the row's reads were sequenced.
  var library: RunLibrary {
    RunLibrary(
      lane: self[.run].map { RunLane(run: $0, lane: self[.lane] ?? "") },
      index: self[.index],
      isUniqueDual: self[.isUniqueDual].map { $0 == "T" }
    )
  }

  /// The rows sample by sample, in the order of the first rows.
  static func grouped(_ rows: [SheetRow]) -> [[SheetRow]] {
    var order: [String] = []
    var groups: [String: [SheetRow]] = [:]
    for row in rows {
      if groups[row.sample] == nil { order.append(row.sample) }
      groups[row.sample, default: []].append(row)
    }
    return order.compactMap { groups[$0] }
  }

  private func resolved(_ path: String) -> String { path.hasPrefix("/") ? path : folder + path }

  private static func check(
    _ values: [String: String],
    _ header: SheetHeader,
    line: Int,
    _ faults: inout SheetFaults
  ) -> Bool {
    var isReadable = true
    func refuse(_ column: String, _ expected: String, _ faults: inout SheetFaults) {
      faults.add(column: column, value: values[column] ?? "", expected: expected, line: line)
      isReadable = false
    }
    for column in SheetColumn.allCases {
      if let value = values[column.rawValue] {
        if !column.accepts(value) { refuse(column.rawValue, column.acceptedForm, &faults) }
      } else if column.isNeeded {
        refuse(column.rawValue, column.acceptedForm, &faults)
      }
    }
    for malformed in SpecimenEvidence.parse(values, role: nil).malformed {
      refuse(malformed.column.rawValue, malformed.column.acceptedForm, &faults)
    }
    let role = values[SheetColumn.role.rawValue].flatMap(SampleRole.init)
    if let role, role.isPatient, values[SheetColumn.subject.rawValue] == nil {
      refuse(SheetColumn.subject.rawValue, SheetColumn.subject.acceptedForm, &faults)
    }
    let isReceived = values[SpecimenColumn.received.rawValue]?.uppercased() != "F"
    if isReceived, values[SheetColumn.firstMates.rawValue] == nil {
      refuse(SheetColumn.firstMates.rawValue, SheetColumn.firstMates.acceptedForm, &faults)
    }
    return isReadable
  }
}
