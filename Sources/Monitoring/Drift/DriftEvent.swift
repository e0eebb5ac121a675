package import Diagnostics
package import Tracking

/// One sign that the clone has changed since baseline.
package struct DriftEvent: Hashable, Sendable {
  /// What the event says of the clone.
  package enum Verdict: String, CaseIterable, Hashable, Sendable {
    /// A clonotype descends from the clone.
    case related
    /// Loci of the clone go different ways.
    case discordant
    /// The clone is no longer seen.
    case lost
    /// A clonotype has nothing in common with the clone, and stays.
    case unrelated
    /// The same, seen once.
    case watch
    /// A minor clone of the baseline leads.
    case expanded
  }

  /// The registered code.
  package var code: String
  /// How bad it is.
  package var severity: Diagnostic.Severity
  /// What was found, with values.
  package var message: String
  /// What it says of the clone.
  package var verdict: Verdict
  /// The clone of the baseline; `nil` if it concerns none.
  package var cloneID: ClonotypeID?
  /// The clonotype that emerged; `nil` if none did.
  package var emerged: DriftClonotype?
  /// The shared bases; `nil` if the rule uses none.
  package var stem: String?
  /// Differing bases; `nil` if the rule uses none.
  package var distance: Int?
  /// The number the event rests on.
  package var measurement: Diagnostic.Measurement
  /// The rise or fall; `nil` if the rule uses none.
  package var change: EmergenceTest?

  /// Creates an event.
  package init(
    _ code: String,
    _ severity: Diagnostic.Severity,
    _ verdict: Verdict,
    _ measurement: Diagnostic.Measurement,
    _ message: String,
    cloneID: ClonotypeID? = nil,
    emerged: DriftClonotype? = nil,
    stem: String? = nil,
    distance: Int? = nil,
    change: EmergenceTest? = nil
  ) {
    self.code = code
    self.severity = severity
    self.verdict = verdict
    self.measurement = measurement
    self.message = message
    self.cloneID = cloneID
    self.emerged = emerged
    self.stem = stem
    self.distance = distance
    self.change = change
  }

  /// The event as a finding about the sample.
  package var finding: Diagnostic {
    Diagnostic(code: code, severity: severity, message: message, measurement: measurement)
  }
}
