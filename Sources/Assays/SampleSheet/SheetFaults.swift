import Diagnostics

/// The faults of a sheet as they are found.
struct SheetFaults {
  /// The sheet as the user named it.
  let path: String
  private var diagnostics: [Diagnostic] = []

  init(path: String) { self.path = path }

  /// Whether nothing is wrong so far.
  var isEmpty: Bool { diagnostics.isEmpty }

  /// All faults in the order of their lines.
  var list: DiagnosticList {
    let ordered = diagnostics.enumerated().sorted { left, right in
      let (leftLine, rightLine) = (
        left.element.location?.line ?? 0, right.element.location?.line ?? 0
      )
      return (leftLine, left.offset) < (rightLine, right.offset)
    }
    return DiagnosticList(ordered.map(\.element))
  }

  /// Adds a fault in free words.
  mutating func add(
    _ message: String,
    line: Int? = nil,
    code: String = "SHEET-SYNTAX",
    suggestion: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        code: code,
        message: message,
        location: .init(path: path, line: line),
        suggestion: suggestion
      )
    )
  }

  /// Adds the fault of one value.
  mutating func add(column: String, value: String, expected: String, line: Int) {
    let found = value.isEmpty ? "empty" : "'\(value)'"
    add("column \(column) is \(found), expected \(expected)", line: line)
  }
}
