import Crypto
package import Diagnostics
import Files
import Monitoring

extension SampleSheet {
  /// How strictly a sheet is read.
  package struct Rules: Hashable, Sendable {
    /// Whether columns and values that look like a person's are refused.
    package var refusesPersons: Bool
    /// The subjects that have a baseline of an earlier run.
    package var knownSubjects: Set<String>

    /// States the rules.
    package init(refusesPersons: Bool = false, knownSubjects: Set<String> = []) {
      (self.refusesPersons, self.knownSubjects) = (refusesPersons, knownSubjects)
    }
  }

  /// Reads the bytes of a sheet.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - path: The file as the user named it; read files are relative to its folder.
  ///   - rules: What else is refused.
  /// - Throws: Every fault of the sheet at once, each a `SHEET-SYNTAX` or `SHEET-PERSON` that names
  ///   line, column, value and accepted form.
  package init(
    csv bytes: [UInt8],
    path: String,
    rules: Rules = Rules()
  ) throws(DiagnosticList) {
    var faults = SheetFaults(path: path)
    let table = CSVTable(bytes)
    for fault in table.faults {
      faults.add("field \(fault.field): \(fault.message)", line: fault.line)
    }
    guard let header = table.rows.first else {
      if faults.isEmpty { faults.add("the sheet is empty, expected a header and one row a file") }
      throw faults.list
    }
    let columns = SheetHeader(header, &faults)
    var rows: [SheetRow] = []
    if columns.isComplete {
      for row in table.rows.dropFirst() {
        if let row = SheetRow(row, columns, folder: Self.folder(of: path), &faults) {
          rows.append(row)
        }
      }
    }
    if rows.isEmpty, faults.isEmpty {
      faults.add("the sheet has no row below its header", line: header.line)
    }
    if rules.refusesPersons { faults.refusePersons(columns.names, table.rows.dropFirst()) }
    let grouped = SheetRow.grouped(rows)
    for sample in grouped { faults.check(sample) }
    faults.check(rows, knownSubjects: rules.knownSubjects)
    guard faults.isEmpty else { throw faults.list }
    self.path = path
    sha256 = SHA256.hash(data: bytes).hexadecimal
    samples = grouped.map { Sample($0) }
  }

  /// The folder of a file, ending in a slash; empty for the current one.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}

extension SampleSheet.Sample {
  /// Joins the rows of one sample, which agree where they have to.
  fileprivate init(_ rows: [SheetRow]) {
    let first = rows[0]
    name = first.sample
    role = first.role
    subject = first[.subject] ?? first.role.rawValue
    visit = first.values["visit"]
    line = first.line
    libraries = rows.map(\.library)
    specimen = SpecimenEvidence.parse(first.values, role: first.role).evidence
    let files = rows.filter { $0[.firstMates] != nil }
    let numbers = Set(files.map(\.replicate)).sorted()
    replicates = numbers.map { number in
      let lanes = files.filter { $0.replicate == number }
      return ReplicateInput(
        lanes: lanes.map { .init(first: $0.firstMates, second: $0.secondMates) },
        dnaNanograms: lanes.compactMap { $0[.dnaNanograms] }.first.flatMap(SheetColumn.number)
      )
    }
    let left: Set = [SheetColumn.firstMates.rawValue, SheetColumn.secondMates.rawValue]
    metadata = [:]
    for column in first.columns where !left.contains(column) {
      var seen: [String] = []
      for row in rows {
        if let value = row.values[column], !seen.contains(value) { seen.append(value) }
      }
      if !seen.isEmpty { metadata[column] = seen.joined(separator: ";") }
    }
  }
}
