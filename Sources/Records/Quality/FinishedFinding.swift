package import Diagnostics

/// What quality control reads of a finding.
package struct FinishedFinding: Codable, Hashable, Sendable {
  /// How bad a finding is, with the words of the records.
  package enum Severity: String, Codable, Hashable, Sendable {
    /// Worth knowing.
    case note
    /// A person should look.
    case warning
    /// The sample cannot be called.
    case indeterminate
    /// The assay failed.
    case failure
    /// The program could not do its work.
    case error

    /// The severity as rules state it.
    package var diagnostic: Diagnostic.Severity {
      switch self {
      case .note: .note
      case .warning: .warning
      case .indeterminate: .indeterminate
      case .failure: .failure
      case .error: .error
      }
    }
  }

  /// The code, such as `IC-DROP`.
  package var code: String
  /// How bad it is.
  package var severity: Severity
  /// What was found and what was expected.
  package var message: String
  /// What was measured; `nil` if nothing was.
  package var metric: String?
  /// The measured value; `nil` if nothing was measured.
  package var value: Double?
  /// The limit the value was held against; `nil` if there is none.
  package var limit: Double?
}

/// What quality control reads of an internal control.
package struct FinishedControl: Codable, Hashable, Sendable {
  /// The control's name in the assay file.
  package var name: String
  /// Reads over copies; `nil` where the copies are not known.
  package var readsPerCopy: Double?
  /// What is wrong with the control.
  package var findings: [FinishedFinding]

  private enum CodingKeys: String, CodingKey {
    case name
    case readsPerCopy = "reads_per_copy"
    case findings
  }
}

/// A finding about a run as a whole.
package struct FinishedRunFinding: Hashable, Sendable {
  /// The run.
  package var run: String
  /// The finding.
  package var finding: FinishedFinding

  /// Creates a finding.
  package init(run: String, finding: FinishedFinding) { (self.run, self.finding) = (run, finding) }
}
