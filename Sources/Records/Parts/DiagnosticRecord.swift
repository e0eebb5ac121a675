package import Diagnostics

/// A fault or a finding with its place in a file, as commands print it with `--json`.
package struct DiagnosticRecord: Codable, Hashable, Sendable {
  /// The registered code.
  package var code: String
  /// The raw value of a `Diagnostic.Severity`.
  package var severity: String
  /// What was found and what was expected.
  package var message: String
  /// The file as the user named it; `nil` if it has no place in a file.
  @ExplicitNull package var path: String?
  /// The line, counted from 1; `nil` where lines have no meaning.
  @ExplicitNull package var line: Int?
  /// What to do about it; `nil` if neither the diagnostic nor the registry says.
  @ExplicitNull package var remedy: String?

  /// Creates the record of a diagnostic.
  package init(_ diagnostic: Diagnostic) {
    code = diagnostic.code
    severity = diagnostic.severity.rawValue
    message = diagnostic.message
    path = diagnostic.location?.path
    line = diagnostic.location?.line
    remedy = diagnostic.suggestion ?? CodeRegistry.entry(for: diagnostic.code)?.remedy
  }

  private enum CodingKeys: String, CodingKey {
    case code, severity, message, path, line, remedy
  }
}
