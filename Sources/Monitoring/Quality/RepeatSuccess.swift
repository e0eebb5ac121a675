import Diagnostics

/// How often a repeat gave the answer that the attempt before had not given.
package struct RepeatSuccess: Hashable, Sendable {
  /// The code that kept the earlier attempt from an answer; `nil` for all repeats.
  package var code: String?
  /// Repeats with an answer, of all repeats.
  package var rate: EventRate

  /// The success of all repeats, then code by code; nothing without repeats.
  package static func table(_ visits: [SubjectVisit]) -> [RepeatSuccess] {
    let repeats = visits.flatMap(\.repeats)
    guard !repeats.isEmpty else { return [] }
    let codes = Set(
      repeats.flatMap { $0.before.findings.filter(\.blocks).map(\.code) }
    )
    return [RepeatSuccess(code: nil, rate: rate(of: repeats))]
      + codes.sorted().map { code in
        RepeatSuccess(
          code: code,
          rate: rate(
            of: repeats.filter { $0.before.raised(code, atLeast: .indeterminate) }
          )
        )
      }
  }

  private static func rate(
    of repeats: [(before: LibraryAttempt, after: LibraryAttempt)]
  ) -> EventRate {
    EventRate(of: repeats) { $0.after.outcome == .evaluable && !$0.after.isSuperseded }
  }
}
