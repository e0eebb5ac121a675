import Diagnostics
import Tracking

extension TrackedClones {
  /// Findings about the baselines themselves: nothing to track, or made by another method; none
  /// without a baseline, which the rules of a run find.
  ///
  /// - Parameter method: How the later sample is analysed.
  /// - Returns: The findings, that of no index clonotype first.
  func findings(analysedBy method: AnalysisMethod) -> [Diagnostic] {
    guard !baselines.isEmpty else { return [] }
    var findings: [Diagnostic] = []
    if clones.isEmpty {
      findings.append(
        Diagnostic(
          code: "BL-NOIDX",
          severity: .failure,
          message: "the baseline \(samples) has no index clonotype, at least 1 is needed",
          measurement: .init("index clonotypes", 0, limit: 1)
        )
      )
    }
    return findings
      + baselines.compactMap { baseline in
        MethodChangeRule.finding(
          for: MethodEvidence(
            comparedWith: "baseline \(baseline.sample)",
            madeBy: baseline.method,
            present: method
          )
        )
      }
  }
}
