package import Diagnostics

/// Flags a baseline without an index clonotype.
package enum IndexRule: FindingRule {
  /// The code of the findings.
  package static let code = "BL-NOIDX"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: BaselineEvidence) -> Diagnostic? {
    guard evidence.index.isEmpty else { return nil }
    return diagnostic(
      .failure,
      .init("index clonotypes", 0, limit: 1),
      "0 of \(counted(evidence.candidates.count, "candidate")) passed every gate, "
        + "at least 1 is needed"
    )
  }
}
