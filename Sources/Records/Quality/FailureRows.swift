import Diagnostics
package import Monitoring

/// The rows of `failures.tsv` out of finished libraries.
package struct FailureRows {
  /// The libraries, in order of time.
  private let libraries: [FinishedLibrary]
  /// The visit of each attempt, by the attempt's number.
  private var visits: [Int: SubjectVisit] = [:]
  private let withoutIndex: Set<String>

  /// Prepares the rows.
  ///
  /// - Parameters:
  ///   - libraries: In order of time.
  ///   - attempts: The same libraries as quality control counts them.
  package init(_ libraries: [FinishedLibrary], _ attempts: [LibraryAttempt]) {
    self.libraries = libraries
    withoutIndex = Set(SubjectIndex.neverEvaluable(attempts))
    for visit in SubjectVisit.visits(of: attempts) {
      for attempt in visit.attempts { visits[attempt.number] = visit }
    }
  }

  /// The findings that are a warning or worse: those of runs first, then library by library in order
  /// of time.
  package func rows(_ runFindings: [FinishedRunFinding]) -> [FailureRow] {
    let ofRuns = runFindings.filter { $0.finding.severity.diagnostic >= .warning }
      .sorted { left, right in
        [left.run, left.finding.code, left.finding.message].lexicographicallyPrecedes(
          [right.run, right.finding.code, right.finding.message]
        )
      }
      .map { found in
        var row = FailureRow(found.finding)
        row.run = found.run
        return row
      }
    return ofRuns
      + libraries.enumerated().flatMap { number, library in
        library.findings.filter { $0.severity.diagnostic >= .warning }.map { finding in
          row(finding, of: library, number: number)
        }
      }
  }

  private func row(
    _ finding: FinishedFinding,
    of library: FinishedLibrary,
    number: Int
  ) -> FailureRow {
    var row = FailureRow(finding)
    row.study = library.metadata["study"] ?? ""
    row.subject = library.subject
    row.visit = library.visit ?? library.metadata["visit"] ?? ""
    row.sample = library.sample
    row.run = library.run ?? ""
    row.lab = library.metadata["lab"] ?? ""
    row.lot = library.metadata["lot"] ?? ""
    row.detectedAt = library.detectedAt ?? ""
    row.report = library.report
    row.finalStatus = library.status
    guard let visit = visits[number] else { return row }
    row.finalStatus = libraries[visit.final.number].status
    let resolution = library.isSuperseded ? .superseded : resolution(of: number, in: visit)
    row.resolution = resolution.rawValue
    if visit.outcome == .evaluable, visit.final.number > number {
      row.resolvedBy = libraries[visit.final.number].run ?? visit.final.sample
    }
    return row
  }

  /// What became of a visit after an attempt.
  private enum Resolution: String {
    case noIndex = "no index clonotype"
    case stands = "result stands"
    case superseded = "superseded"
    case earlierStands = "earlier result stands"
    case repeated = "repeat answered"
    case repeatFailed = "repeat gave no answer"
    case open = "not repeated"
  }

  private func resolution(of number: Int, in visit: SubjectVisit) -> Resolution {
    let isAnswered = visit.outcome == .evaluable
    if withoutIndex.contains(visit.final.subject) { return .noIndex }
    guard isAnswered else {
      return visit.attempts.last?.number == number ? .open : .repeatFailed
    }
    if visit.final.number == number { return .stands }
    return visit.final.number < number ? .earlierStands : .repeated
  }
}

extension FailureRow {
  /// A row with all that a finding says itself.
  fileprivate init(_ finding: FinishedFinding) {
    self.init()
    code = finding.code
    stage = LibraryAttempt.Finding(code: code, severity: finding.severity.diagnostic).stage
    severity = finding.severity.rawValue
    metric = finding.metric ?? ""
    value = finding.value
    limit = finding.limit
    message = finding.message
    action = CodeRegistry.entry(for: code)?.action ?? ""
  }
}
