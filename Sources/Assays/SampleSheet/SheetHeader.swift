/// The first row of a sheet.
struct SheetHeader {
  /// The names of the columns in their order.
  let names: [String]
  /// Whether rows can be read by it.
  let isComplete: Bool

  /// Reads the header and reports what it lacks or has twice.
  init(_ row: CSVTable.Row, _ faults: inout SheetFaults) {
    let names = row.fields.map { String($0.trimmingSpaces) }
    self.names = names
    var isComplete = true
    for separator in [";", "\t"] where names.count == 1 && names[0].contains(separator) {
      let shown = separator == ";" ? "semicolons" : "tabs"
      faults.add("columns are separated by \(shown), expected commas", line: row.line)
      self.isComplete = false
      return
    }
    for (place, name) in names.enumerated() {
      if name.isEmpty {
        faults.add("column \(place + 1) has no name, expected one in every column", line: row.line)
        isComplete = false
      } else if names[..<place].contains(name) {
        faults.add("column \(name) is there twice, expected it once", line: row.line)
        isComplete = false
      }
    }
    for column in SheetColumn.required where !names.contains(column.rawValue) {
      let needed = SheetColumn.required.map(\.rawValue).joined(separator: ", ")
      let other = names.first { $0.lowercased() == column.rawValue }
      faults.add(
        "column \(column.rawValue) is missing\(other.map { " (there is '\($0)')" } ?? ""), "
          + "expected at least \(needed)",
        line: row.line
      )
      isComplete = false
    }
    self.isComplete = isComplete
  }
}

extension String {
  /// The text without spaces at both ends.
  var trimmingSpaces: Substring {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
