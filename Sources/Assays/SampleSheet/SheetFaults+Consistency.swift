import Monitoring

extension SheetFaults {
  /// Columns about the sequencing run, in which lanes of one sample may differ.
  private static let runColumns: Set<SpecimenColumn> = [
    .libraryDate, .runDate, .runQ30, .runPhiXError, .lot, .lotExpiry,
    .lotQualified,
  ]

  /// Reports where the rows of one sample contradict each other.
  mutating func check(_ rows: [SheetRow]) {
    let first = rows[0]
    let fixed =
      SheetColumn.allCases.filter { !$0.differsByRow }.map(\.rawValue)
      + SpecimenColumn.allCases.filter { !Self.runColumns.contains($0) }.map(\.rawValue)
    for row in rows.dropFirst() {
      for column in fixed where row.values[column] != first.values[column] {
        add(
          column: column,
          value: row.values[column] ?? "",
          expected: "\(first.values[column].map { "'\($0)'" } ?? "it empty") as in line "
            + "\(first.line) of the same sample \(first.sample)",
          line: row.line
        )
      }
      guard let mate = rows.first(where: { $0.replicate == row.replicate }), mate.line != row.line
      else { continue }
      if (mate.secondMates == nil) != (row.secondMates == nil) {
        add(
          column: SheetColumn.secondMates.rawValue,
          value: row[.secondMates] ?? "",
          expected: "second mates in all lanes of replicate \(row.replicate) or in none",
          line: row.line
        )
      }
      if row[.dnaNanograms] != mate[.dnaNanograms] {
        add(
          column: SheetColumn.dnaNanograms.rawValue,
          value: row[.dnaNanograms] ?? "",
          expected: "\(mate[.dnaNanograms].map { "'\($0)'" } ?? "it empty") as in line "
            + "\(mate.line) of the same replicate",
          line: row.line
        )
      }
    }
  }

  /// Reports files and barcodes that are used twice and follow-ups that have nothing to follow.
  mutating func check(_ rows: [SheetRow], knownSubjects: Set<String>) {
    var files: [String: Int] = [:]
    var barcodes: [Barcode: SheetRow] = [:]
    let subjects = knownSubjects.union(
      rows.filter(\.role.isBaseline).compactMap { $0[.subject] }
    )
    for row in rows {
      for (column, path) in [
        (SheetColumn.firstMates, row[.firstMates].map { _ in row.firstMates }),
        (.secondMates, row.secondMates),
      ] {
        guard let path else { continue }
        if let line = files[path] {
          add(
            column: column.rawValue,
            value: row[column] ?? "",
            expected: "every file once; line \(line) has it too",
            line: row.line
          )
        }
        files[path] = files[path] ?? row.line
      }
      if let barcode = Barcode(row) {
        if let other = barcodes[barcode],
          (other.sample, other.replicate) != (row.sample, row.replicate)
        {
          add(
            column: SheetColumn.index.rawValue,
            value: row[.index] ?? "",
            expected: "one library an index and lane; line \(other.line) has it too",
            line: row.line
          )
        }
        barcodes[barcode] = barcodes[barcode] ?? row
      }
    }
    for sample in SheetRow.grouped(rows) {
      guard let row = sample.first, row.role == .followup, let subject = row[.subject],
        !subjects.contains(subject)
      else { continue }
      let roles = SampleRole.allCases.filter(\.isBaseline).map(\.rawValue)
      add(
        column: SheetColumn.subject.rawValue,
        value: subject,
        expected: "a subject with a baseline: a row of role \(roles.joined(separator: ", ")) or "
          + "--baseline of an earlier run",
        line: row.line
      )
    }
  }

  /// What tells libraries of one lane apart.
  private struct Barcode: Hashable {
    var lane: RunLane
    var index: String

    /// The barcode of a row; `nil` if it is not stated.
    init?(_ row: SheetRow) {
      guard let lane = row.library.lane, let index = row[.index] else { return nil }
      (self.lane, self.index) = (lane, index)
    }
  }
}
