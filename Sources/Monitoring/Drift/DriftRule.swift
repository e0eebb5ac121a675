import Diagnostics

/// A search for one kind of change: one rule, one file.
///
/// A rule sees values, never files.
package protocol DriftRule: Sendable {
  /// The codes of its events.
  static var codes: [String] { get }
  /// The events in a later sample.
  ///
  /// - Parameters:
  ///   - evidence: The baseline and the later sample.
  ///   - earlier: The events of the rules before this one.
  /// - Returns: The events, in the order of the clonotypes.
  static func events(for evidence: DriftEvidence, after earlier: [DriftEvent]) -> [DriftEvent]
}

extension DriftEvidence {
  /// How bad it is that an evolved member stands where the clone was: without the clone itself the
  /// sample cannot be negative.
  var severityOfRelated: Diagnostic.Severity { isIndexDetected ? .warning : .indeterminate }
}
