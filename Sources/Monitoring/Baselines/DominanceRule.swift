import Clonotyping
package import Diagnostics
import Tracking

/// Flags an index clonotype that does not stand out from the third of its class.
package enum DominanceRule: FindingRule {
  /// The code of the findings.
  package static let code = "BL-DOM"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: BaselineEvidence) -> Diagnostic? {
    let limit = evidence.criteria.dominanceVersusThird
    let low = evidence.index.filter { $0.dominance.map { $0 < limit } ?? false }
    guard let least = low.compactMap(\.dominance).min() else { return nil }
    return diagnostic(
      .warning,
      .init("share over that of the third clonotype", least, limit: limit),
      "\(low.map(\.cloneID.text).joined(separator: ", ")): \(least.text) times the share of the third "
        + "clonotype of the class at least, \(limit.text) is expected"
    )
  }
}
