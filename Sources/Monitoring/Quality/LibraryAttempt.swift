package import Diagnostics
import Statistics

/// One library as quality control sees it: an attempt at one subject's visit, or a control.
package struct LibraryAttempt: Hashable, Sendable {
  /// What the library is for.
  package enum Role: String, CaseIterable, Hashable, Sendable {
    /// Finding the clone.
    case baseline
    /// Counting the clone.
    case followup
    /// Watching the run: no template, positive or negative control.
    case control
  }

  /// Whether the library gave an answer.
  package enum Outcome: String, CaseIterable, Comparable, Hashable, Sendable {
    /// It did.
    case evaluable
    /// The data do not allow one.
    case indeterminate
    /// The assay failed or the data could not be read.
    case failed

    /// Orders outcomes from best to worst.
    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .evaluable: 0
      case .indeterminate: 1
      case .failed: 2
      }
    }
  }

  /// A finding about the library.
  package struct Finding: Hashable, Sendable {
    /// The code, such as `IC-DROP`.
    package var code: String
    /// How bad it is.
    package var severity: Diagnostic.Severity

    /// Creates a finding.
    package init(code: String, severity: Diagnostic.Severity) {
      (self.code, self.severity) = (code, severity)
    }

    /// The stage of the assay: the first part of the code.
    package var stage: String { String(code.prefix { $0 != "-" }) }

    /// Whether it keeps the library from an answer.
    package var blocks: Bool { severity >= .indeterminate }
  }

  /// Its place in the order of time, which tells attempts apart.
  package var number: Int
  /// The sample.
  package var sample: String
  /// The subject; for a control, the material.
  package var subject: String
  /// What repeats of the same visit have in common.
  package var visit: String
  /// What the library is for.
  package var role: Role
  /// Whether a local laboratory made it, whose result answers no visit of the central one.
  package var isLocal: Bool
  /// Whether it gave an answer.
  package var outcome: Outcome
  /// Whether it gave an index clonotype; `nil` unless it is a baseline that was judged.
  package var hasIndex: Bool?
  /// Whether somebody has withdrawn the result, so that it cannot be a visit's final one.
  package var isSuperseded: Bool
  /// The findings.
  package var findings: [Finding]
  /// The group it is in, by dimension; a dimension that is not known is left out.
  package var groups: [QualityDimension: String]
  /// When the specimen was taken; `nil` if not known.
  package var collected: CalendarDate?
  /// When the result was made; `nil` if not known.
  package var reported: CalendarDate?

  /// Creates an attempt.
  package init(
    number: Int,
    sample: String,
    subject: String,
    visit: String,
    role: Role,
    isLocal: Bool = false,
    outcome: Outcome,
    hasIndex: Bool? = nil,
    isSuperseded: Bool = false,
    findings: [Finding] = [],
    groups: [QualityDimension: String] = [:],
    collected: CalendarDate? = nil,
    reported: CalendarDate? = nil
  ) {
    self.number = number
    self.sample = sample
    self.subject = subject
    self.visit = visit
    self.role = role
    self.isLocal = isLocal
    self.outcome = outcome
    self.hasIndex = hasIndex
    self.isSuperseded = isSuperseded
    self.findings = findings
    self.groups = groups
    self.groups[.role] = role.rawValue
    self.collected = collected
    self.reported = reported
  }

  /// Days from the specimen to the result; `nil` if a date is not known or they contradict each other.
  package var turnaround: Int? {
    guard let collected, let reported, collected <= reported else { return nil }
    return collected.days(to: reported)
  }

  /// The median of some numbers of days; `nil` of none.
  package static func medianDays(_ days: [Int]) -> Double? {
    days.isEmpty ? nil : median(days.map(Double.init))
  }

  /// Whether a finding of at least this severity has the code.
  func raised(_ code: String, atLeast severity: Diagnostic.Severity = .warning) -> Bool {
    findings.contains { $0.code == code && $0.severity >= severity }
  }
}
