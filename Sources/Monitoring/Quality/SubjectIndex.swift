import Diagnostics

/// Whether anything can be tracked in a subject at all.
package enum SubjectIndex {
  /// The subjects of which it is known whether they have an index clonotype, sorted: those with a
  /// baseline that was tried, and those whose follow-up says there is none.
  package static func judged(_ attempts: [LibraryAttempt]) -> [String] {
    Set(attempts.filter { isJudged($0) }.map(\.subject)).sorted()
  }

  /// The subjects that never had an index clonotype, sorted.
  ///
  /// Their visits are no failures of a visit: no assay could have answered.
  package static func neverEvaluable(_ attempts: [LibraryAttempt]) -> [String] {
    let found = Set(
      attempts.filter { attempt in
        attempt.role == .baseline
          ? attempt.hasIndex == true && !attempt.isSuperseded
          : attempt.role == .followup && attempt.outcome == .evaluable
      }
      .map(\.subject)
    )
    return judged(attempts).filter { !found.contains($0) }
  }

  private static func isJudged(_ attempt: LibraryAttempt) -> Bool {
    switch attempt.role {
    case .baseline: true
    case .followup: attempt.raised("BL-NOIDX")
    case .control: false
    }
  }
}
