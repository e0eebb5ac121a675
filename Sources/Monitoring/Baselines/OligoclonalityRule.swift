import Clonotyping
package import Diagnostics
import Tracking

/// Flags a baseline with more dominant rearrangements than one clone has.
package enum OligoclonalityRule: FindingRule {
  /// The code of the findings.
  package static let code = "BL-OLIGO"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: BaselineEvidence) -> Diagnostic? {
    let criteria = evidence.criteria
    let classes = evidence.index.map { LocusClass($0.rearrangementType) }
    let heavy = classes.count { $0 == .ighVDJ || $0 == .ighDJ }
    let kappa = classes.count { $0 == .igkVJ || $0 == .igkKde }
    guard heavy > criteria.maxIGH || kappa > criteria.maxIGK else { return nil }
    let isHeavy = heavy > criteria.maxIGH
    return diagnostic(
      .warning,
      isHeavy
        ? .init("IGH index clonotypes", Double(heavy), limit: Double(criteria.maxIGH))
        : .init("IGK index clonotypes", Double(kappa), limit: Double(criteria.maxIGK)),
      "\(heavy) IGH and \(kappa) IGK index clonotypes, one clone has at most "
        + "\(criteria.maxIGH) and \(criteria.maxIGK)"
    )
  }
}
