/// Several errors that were found together, such as every wrong value of a sample sheet.
package struct DiagnosticList: Error, Hashable, Sendable {
  /// The errors, in the order of their places; never empty.
  package var diagnostics: [Diagnostic]

  /// Collects errors.
  package init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// The error of something that stops at its first fault.
  package init(_ diagnostic: Diagnostic) { diagnostics = [diagnostic] }
}
