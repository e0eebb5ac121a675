import Diagnostics

/// Failures by everything they can be counted by.
package enum FailureRates {
  /// What is counted.
  package enum Event: String, CaseIterable, Hashable, Sendable {
    /// The library or visit failed.
    case failed
    /// It allows no call.
    case indeterminate
    /// A finding of the code or stage was raised, a warning or worse.
    case raised
    /// A finding of the code or stage was raised as a failure.
    case failure
  }

  /// One line of the table.
  package struct Line: Hashable, Sendable {
    /// By what is counted.
    package var dimension: QualityDimension
    /// The group; empty where it is not known.
    package var group: String
    /// What is counted.
    package var event: Event
    /// How many of how many.
    package var rate: EventRate
  }

  /// All lines, dimension by dimension, groups by name and those not known last.
  ///
  /// - Parameter libraries: The attempts, or the final attempt of every visit.
  /// - Returns: The lines.
  package static func table(_ libraries: [LibraryAttempt]) -> [Line] {
    QualityDimension.allCases.flatMap { dimension in
      switch dimension {
      case .all: outcomes(libraries, dimension, group: "all")
      case .code: raised(libraries, dimension) { $0.code }
      case .stage: raised(libraries, dimension) { $0.stage }
      default:
        groups(of: libraries, by: dimension).flatMap {
          outcomes($0.members, dimension, group: $0.name)
        }
      }
    }
  }

  /// The libraries group by group, groups by name and those not known last.
  package static func groups(
    of libraries: [LibraryAttempt],
    by dimension: QualityDimension
  ) -> [(name: String, members: [LibraryAttempt])] {
    Dictionary(grouping: libraries) { $0.groups[dimension] ?? "" }
      .sorted { left, right in
        (left.key.isEmpty ? 1 : 0, left.key) < (right.key.isEmpty ? 1 : 0, right.key)
      }
      .map { (name: $0.key, members: $0.value) }
  }

  private static func outcomes(
    _ members: [LibraryAttempt],
    _ dimension: QualityDimension,
    group: String
  ) -> [Line] {
    [(Event.failed, LibraryAttempt.Outcome.failed), (.indeterminate, .indeterminate)].map {
      event,
      outcome in
      Line(
        dimension: dimension,
        group: group,
        event: event,
        rate: EventRate(of: members) { $0.outcome == outcome }
      )
    }
  }

  private static func raised(
    _ libraries: [LibraryAttempt],
    _ dimension: QualityDimension,
    name: (LibraryAttempt.Finding) -> String
  ) -> [Line] {
    let names = Set(libraries.flatMap { $0.findings.filter { $0.severity >= .warning }.map(name) })
    return names.sorted().flatMap { group in
      [(Event.raised, false), (.failure, true)].map { event, isFailure in
        Line(
          dimension: dimension,
          group: group,
          event: event,
          rate: EventRate(of: libraries) { library in
            library.findings.contains {
              name($0) == group && $0.severity >= (isFailure ? .failure : .warning)
            }
          }
        )
      }
    }
  }
}
