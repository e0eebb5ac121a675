import Diagnostics
package import Monitoring
package import Records

/// Quality figures of two runs of twelve libraries: a run whose control dropped out, a repeat, a
/// subject without index clonotype, a positive control.
package enum SampleQuality {
  /// The libraries in order of time.
  package static let attempts: [LibraryAttempt] = (0..<24).map { number in
    let isBad = number < 12
    let isHit = isBad && (2..<10).contains(number)
    var codes: [(String, Diagnostic.Severity)] = isHit ? [("IC-DROP", .failure)] : []
    if number == 20 { codes.append(("CON-HOP", .indeterminate)) }
    if number == 21 { codes.append(("QT-SENS", .warning)) }
    if number == 23 { codes.append(("BL-NOIDX", .failure)) }
    let isBaseline = number == 22 || number == 23
    return LibraryAttempt(
      number: number,
      sample: "S\(number)",
      subject: isBaseline ? "P\(number)" : "P\(number % 12)",
      visit: isBaseline ? "DX" : "M3",
      role: number == 0 || number == 12 ? .control : isBaseline ? .baseline : .followup,
      outcome: isHit || number == 23 ? .failed : number == 20 ? .indeterminate : .evaluable,
      hasIndex: isBaseline ? number == 22 : nil,
      findings: codes.map { LibraryAttempt.Finding(code: $0.0, severity: $0.1) },
      groups: [
        .run: isBad ? "R1" : "R2", .lot: isBad ? "L<1>" : "L|2", .lab: "CENTRAL",
        .month: isBad ? "2026-01" : "2026-02",
      ],
      collected: CalendarDate(startOf: "2026-01-03"),
      reported: CalendarDate(startOf: isBad ? "2026-01-12" : "2026-02-09")
    )
  }

  /// A control that sinks after seven runs, and one with too few measurements.
  package static let controls = [
    QualityRecord.ControlChartRecord(
      LeveyJenningsChart(
        [41.0, 38.5, 43.2, 36.9, 40.1, 44.8, 39.0, 33.0, 20.0, 0].enumerated().map {
          LeveyJenningsChart.Measurement(run: "R\($0 + 1)", value: $1, libraries: 12)
        },
        referenceLength: 7
      ),
      .readsPerCopy,
      control: "spike-1"
    ),
    QualityRecord.ControlChartRecord(
      LeveyJenningsChart([LeveyJenningsChart.Measurement(run: "R1", value: 1e-3)]),
      .recoveredMRD,
      control: "POS-1"
    ),
  ]

  /// The record of all that.
  package static let record = QualityRecord(
    attempts,
    controls: controls,
    programVersion: "0.1.0",
    programVersions: ["0.1.0"],
    profiles: ["5e5e"]
  )

  /// Two findings of it: one with a report whose path needs escaping, one of a whole run.
  package static let rows: [FailureRow] = {
    var first = FailureRow()
    first.study = "STUDY-1"
    first.subject = "P2"
    first.visit = "M3"
    first.sample = "S2 <b>"
    first.run = "R1"
    first.lab = "CENTRAL"
    first.lot = "L<1>"
    first.stage = "IC"
    first.code = "IC-DROP"
    first.severity = "failure"
    first.metric = "control reads"
    first.value = 0
    first.limit = 50
    first.detectedAt = "2026-01-12T08:00:00Z"
    first.action = "RE"
    first.resolvedBy = "R2"
    first.resolution = "repeat answered"
    first.finalStatus = "NOT_DETECTED"
    first.message = "0 reads,\tat least 50 are needed"
    first.report = "../run 1/S2 \"b\"#?%/report.html"
    var second = FailureRow()
    second.run = "R2"
    second.stage = "RUN"
    second.code = "RUN-PF"
    second.severity = "warning"
    return [first, second]
  }()
}
