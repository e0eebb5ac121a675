package import Diagnostics

/// Flags a follow-up that is not of marrow; its result is exploratory.
package enum SpecimenTypeRule: FindingRule {
  /// The code of the findings.
  package static let code = "PRE-TYPE"

  /// The matrix that levels are defined for.
  private static let marrow = "BM"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: SpecimenEvidence) -> Diagnostic? {
    guard evidence.role == .followup, let type = evidence.specimenType, type != marrow else {
      return nil
    }
    return diagnostic(.indeterminate, "the specimen is \(type), \(marrow) is expected")
  }
}
