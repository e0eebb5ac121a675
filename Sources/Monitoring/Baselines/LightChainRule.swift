import Clonotyping
package import Diagnostics
import Rearrangements
import Tracking

/// Flags a baseline whose rearrangements do not fit the light chain of the M-protein.
package enum LightChainRule: FindingRule {
  /// The code of the findings.
  package static let code = "BL-LC"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: BaselineEvidence) -> Diagnostic? {
    guard evidence.lightChain == .kappa else { return nil }
    let classes = evidence.index.map { LocusClass($0.rearrangementType) }
    let kappas = classes.count { $0 == .igkVJ }
    let deleted = classes.count { $0 == .igkKde }
    let lambdas = classes.count { $0 == .igl }
    guard kappas == 0, deleted + lambdas > 0 else { return nil }
    return diagnostic(
      .warning,
      .init("IGK_VJ index clonotypes", 0, limit: 1),
      "0 IGK_VJ beside \(deleted) IGK_KDE and \(lambdas) IGL among the index clonotypes, but the "
        + "M-protein is kappa: at least 1 is expected"
    )
  }
}
