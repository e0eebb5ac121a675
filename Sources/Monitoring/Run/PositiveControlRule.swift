import Diagnostics

/// Flags a positive control that is off its expected level, and the follow-ups of its run.
///
/// Westgard's rules on log10 of the level: beyond 3 standard deviations (1-3s), or beyond 2 on the
/// side where the last one was (2-2s), the run fails; beyond 2 once (1-2s) the control is warned
/// about.
package enum PositiveControlRule: RunRule {
  /// The code of the findings.
  package static let code = "RUN-POSC"

  /// What it finds, in the order of the samples.
  package static func findings(for run: RunAnalysis) -> [RunFinding] {
    var found: [Int: RunFinding] = [:]
    for place in run.places(where: { $0.role == .positiveControl }) {
      let control = run.evidence.samples[place]
      guard let expectation = ControlExpectation(of: control, in: run.evidence),
        let verdict = judge(control, expectation, run.evidence.limits)
      else { continue }
      let concerned = run.places {
        verdict.severity == .failure && $0.role == .followup && run.evidence.isOneRun($0, control)
      }
      for place in [place] + concerned
      where (found[place]?.diagnostic.severity ?? .note) < verdict.severity {
        found[place] = finding(place, verdict.severity, verdict.measurement, verdict.message)
      }
    }
    return found.values.sorted { $0.sample < $1.sample }
  }

  private static func judge(
    _ control: RunSample,
    _ expectation: ControlExpectation,
    _ limits: MonitoringLimits
  ) -> (severity: Diagnostic.Severity, measurement: Diagnostic.Measurement?, message: String)? {
    let start = "the positive control \(control.sample) has"
    guard let level = control.mrd else {
      return (.failure, nil, "\(start) no level, one is expected")
    }
    let distance = expectation.deviations(of: level)
    guard distance.magnitude > limits.controlWarningSD else { return nil }
    let isFar = distance.magnitude > limits.controlFailureSD
    let before = expectation.last.map(expectation.deviations) ?? 0
    let isSecond =
      before.magnitude > limits.controlWarningSD && (before < 0) == (distance < 0)
    let range = expectation.range(isFar ? limits.controlFailureSD : limits.controlWarningSD)
    return (
      isFar || isSecond ? .failure : .warning,
      .init(
        "level of the positive control",
        level,
        limit: distance < 0 ? range.lower : range.upper
      ),
      "\(start) a level of \(level.text), \(range.lower.text) to \(range.upper.text) is expected"
        + (isSecond && !isFar ? " and the one before it was off on the same side" : "")
    )
  }
}
