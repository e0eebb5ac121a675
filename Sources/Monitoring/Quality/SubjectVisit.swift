/// The attempts at one visit of one subject, and the one whose result counts.
package struct SubjectVisit: Hashable, Sendable {
  /// The attempts, in order of time.
  package let attempts: [LibraryAttempt]
  /// The attempt whose result counts: the best outcome among those not superseded, the latest of
  /// equal ones; the last attempt if all are superseded.
  package let final: LibraryAttempt

  /// Whether the visit has an answer, indeterminate or failed in the end.
  package var outcome: LibraryAttempt.Outcome { final.isSuperseded ? .failed : final.outcome }

  private init?(_ attempts: [LibraryAttempt]) {
    guard let last = attempts.last else { return nil }
    self.attempts = attempts
    final =
      attempts.reversed().filter { !$0.isSuperseded }
      .min { ($0.outcome) < ($1.outcome) } ?? last
  }

  /// The visits of all subjects, sorted by subject, role and name, those of a local laboratory apart
  /// and last; controls have none.
  ///
  /// - Parameter attempts: All libraries in order of time.
  /// - Returns: The visits.
  package static func visits(of attempts: [LibraryAttempt]) -> [SubjectVisit] {
    Dictionary(grouping: attempts.filter { $0.role != .control }) {
      [$0.subject, $0.role.rawValue, $0.visit, $0.isLocal ? "local" : ""]
    }
    .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    .compactMap { SubjectVisit($0.value) }
  }

  /// Each attempt that was made because the one before gave no answer, with that one.
  package var repeats: [(before: LibraryAttempt, after: LibraryAttempt)] {
    zip(attempts, attempts.dropFirst())
      .filter { $0.0.outcome != .evaluable || $0.0.isSuperseded }
      .map { (before: $0.0, after: $0.1) }
  }
}
