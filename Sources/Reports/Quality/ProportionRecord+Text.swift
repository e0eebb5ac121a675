import Diagnostics
import Monitoring
import Records

extension ProportionRecord {
  /// The count with its denominator, such as `3 of 48 libraries`.
  func count(of things: String) -> String {
    "\(ReportNumber.count(numerator)) of \(ReportNumber.count(denominator)) \(things)"
  }

  /// The share in percent with its interval; `not known` if the denominator is 0.
  var percent: String {
    rate == nil ? ReportNumber.unknown : "\(ReportNumber.percent(rate)), 95 % CI \(interval)"
  }

  /// The interval in percent, `1.31 to 17.2 %`.
  var interval: String {
    guard let lower = ci.lower, let upper = ci.upper else { return ReportNumber.unknown }
    return "\(FormattedNumber.page(lower, shift: 2)) to \(ReportNumber.percent(upper))"
  }

  /// Count, denominator, share and interval: `3 of 48 libraries (6.25 %, 95 % CI 1.31 to 17.2 %)`.
  func text(of things: String) -> String { "\(count(of: things)) (\(percent))" }
}

extension QualityRecord {
  /// What a level counts, in the plural.
  static func things(_ level: Level) -> String {
    switch level {
    case .library: "libraries"
    case .subjectVisit: "subject-visits"
    }
  }

  /// A number with its noun.
  static func counted(_ number: Int, _ one: String, _ more: String) -> String {
    "\(ReportNumber.count(number)) \(number == 1 ? one : more)"
  }

  /// The share of an outcome among all libraries or visits.
  ///
  /// - Parameters:
  ///   - event: The raw value of a `FailureRates.Event`.
  ///   - level: What is counted.
  /// - Returns: The share; `nil` for an outcome that is not counted.
  func overall(_ event: String, _ level: Level) -> ProportionRecord? {
    rates.first { $0.level == level && $0.dimension == "all" && $0.event == event }?.proportion
  }

  /// The figures in a few lines for a terminal.
  package var summary: String {
    var lines = [
      Self.counted(scope.libraries, "library", "libraries") + " in "
        + Self.counted(scope.runs, "run", "runs") + ", "
        + Self.counted(scope.subjectVisits, "subject-visit", "subject-visits") + " of "
        + Self.counted(scope.subjects, "subject", "subjects")
    ]
    for level in Level.allCases {
      for event in ["failed", "indeterminate"] {
        guard let share = overall(event, level) else { continue }
        let end = level == .subjectVisit ? " in the end" : ""
        lines.append("  \(event)\(end): \(share.text(of: Self.things(level)))")
      }
    }
    if let all = repeats.first {
      lines.append("  repeats with an answer: \(all.proportion.text(of: "repeats"))")
    }
    if neverEvaluable.proportion.denominator > 0 {
      lines.append(
        "  never with an index clonotype: \(neverEvaluable.proportion.text(of: "subjects"))"
      )
    }
    for form in capa { lines.append("  \(form.id): \(form.problem)") }
    return lines.joined(separator: "\n").plain + "\n"
  }

  /// How the figures were made, sentence by sentence.
  static let methods = [
    """
    A library is one attempt: repeats and superseded results count. A finding counts once a library \
    from the severity warning on.
    """,
    """
    A library failed if its data could not be read, its call is FAILED, or a baseline gave no index \
    clonotype; controls fail by their findings.
    """,
    """
    A subject-visit has one final result: the best outcome among its attempts that were not \
    superseded (answer before indeterminate before failed), the latest of equal ones. A \
    result of a local laboratory is no attempt at the central one's visit and counts apart. Visits \
    of subjects that never had an index clonotype are left out and listed apart.
    """,
    "Intervals are exact 95 % intervals of Clopper and Pearson (1934).",
    """
    p-charts: limits are p̄ ± 3·√(p̄·q̄/n) of each group's own n, cut off at 0 and 1; they are \
    rough where n·p̄ is below 5.
    """,
    """
    Levey–Jennings: decimal logarithms; mean and SD of the first measurements that saw the \
    control, 20 unless --reference-runs says otherwise, at least \
    \(LeveyJenningsChart.minimumReference). Reads per copy: the median of the libraries of a run. \
    Westgard rules 1-2s (warning), 1-3s, 2-2s, R-4s (within a run), 4-1s, 10-x.
    """,
    """
    Clusters: each code in each run, lot and laboratory against the others, Fisher's exact test, \
    one-sided; reported from two libraries on where p after Holm over all tests is below \
    \(FormattedNumber.plain(FailureCluster.level)).
    """,
    """
    The month is that of the run date, else of the collection date, else of the result. Turnaround \
    is from the collection date to the report date, else to the day of the result.
    """,
    """
    Actions: RE repeat the library, RX extract again, RS new sample, RV review, BL new baseline, RR \
    run again.
    """,
  ]
}

extension String {
  /// The text with blanks that every terminal shows.
  var plain: String {
    String(
      unicodeScalars.compactMap { scalar -> Character? in
        switch scalar {
        case "\u{202F}": nil
        case "\u{A0}": " "
        default: Character(scalar)
        }
      }
    )
  }
}
