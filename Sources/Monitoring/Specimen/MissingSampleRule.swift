package import Diagnostics

/// Flags a planned sample that was not collected or never arrived.
package enum MissingSampleRule: FindingRule {
  /// The code of the findings.
  package static let code = "PRE-MISS"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: SpecimenEvidence) -> Diagnostic? {
    guard evidence.isReceived == false else { return nil }
    let visit = evidence.visit.map { " of visit \($0)" } ?? ""
    return diagnostic(
      .failure,
      .init("planned samples that never arrived", 1, limit: 0),
      "0 samples\(visit) received, 1 was planned"
    )
  }
}
