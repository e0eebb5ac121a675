package import Diagnostics

/// Flags marrow that was frozen whole or drawn into a wrong anticoagulant.
package enum AnticoagulantRule: FindingRule {
  /// The code of the findings.
  package static let code = "PRE-FROZ"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: SpecimenEvidence) -> Diagnostic? {
    guard evidence.isPatient else { return nil }
    if evidence.isFrozen == true {
      return diagnostic(.warning, "the marrow was frozen whole, fresh cells or DNA are expected")
    }
    let accepted = evidence.limits.anticoagulants
    guard let anticoagulant = evidence.anticoagulant, !accepted.contains(anticoagulant) else {
      return nil
    }
    return diagnostic(
      .warning,
      "anticoagulant \(anticoagulant), expected \(accepted.joined(separator: ", "))"
    )
  }
}
