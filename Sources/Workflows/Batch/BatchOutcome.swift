package import Diagnostics
import Records

/// What `batch` says about a finished run.
package struct BatchOutcome: Hashable, Sendable {
  /// A table of the samples for a terminal.
  package var summary: String
  /// The severities of all findings, of the run and of its samples.
  package var severities: Set<Diagnostic.Severity>
  /// Why samples could not be read, in the order of the sheet; empty if all could.
  package var faults: [Diagnostic]

  /// What a person has to know about the run's place on the disk; no part of the results.
  package var warnings: [Diagnostic]

  /// Puts a record into words.
  init(_ record: BatchRecord, faults: [Diagnostic], warnings: [Diagnostic] = []) {
    summary = BatchTable.summary(of: record)
    let findings = record.findings + record.samples.flatMap(\.findings)
    severities = Set(findings.compactMap { Diagnostic.Severity(rawValue: $0.severity) })
    (self.faults, self.warnings) = (faults, warnings)
  }
}
