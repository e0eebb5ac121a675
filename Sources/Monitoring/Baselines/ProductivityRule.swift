package import Diagnostics
import Rearrangements

/// Flags a baseline whose index has no productive IGH VDJ.
package enum ProductivityRule: FindingRule {
  /// The code of the findings.
  package static let code = "BL-NOPROD"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: BaselineEvidence) -> Diagnostic? {
    guard !evidence.index.isEmpty else { return nil }
    let hasProductive = evidence.index.contains {
      $0.rearrangementType == .ighVDJ && $0.isProductive == true
    }
    guard !hasProductive else { return nil }
    return diagnostic(
      .warning,
      .init("productive IGH_VDJ index clonotypes", 0, limit: 1),
      "0 productive IGH_VDJ among \(counted(evidence.index.count, "index clonotype")), "
        + "1 is expected"
    )
  }
}
