package import Diagnostics

extension FindingRecord {
  /// Creates the record of a diagnostic, with remedy and meaning out of the registry where the
  /// diagnostic has none.
  package init(_ diagnostic: Diagnostic) {
    let entry = CodeRegistry.entry(for: diagnostic.code)
    self.init(
      code: diagnostic.code,
      severity: diagnostic.severity.rawValue,
      message: diagnostic.message,
      remedy: diagnostic.suggestion ?? entry?.remedy,
      meaning: entry?.meaning,
      metric: diagnostic.measurement?.metric,
      value: diagnostic.measurement?.value,
      limit: diagnostic.measurement?.limit
    )
  }
}
