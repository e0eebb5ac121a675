import Clonotyping
package import Diagnostics

/// Flags a baseline whose hypermutation may cost primers their sites.
package enum HypermutationRule: FindingRule {
  /// The code of the findings.
  package static let code = "BL-SHM"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: BaselineEvidence) -> Diagnostic? {
    let limit = evidence.limits.vIdentity
    let mutated = evidence.index.compactMap { clone in
      clone.vIdentity.map { (clone.cloneID, $0) }
    }.min { $0.1 < $1.1 }
    if let mutated, mutated.1 < limit {
      return diagnostic(
        .warning,
        .init("V identity", mutated.1, limit: limit),
        "V identity \(mutated.1.text) of \(mutated.0), at least \(limit.text) keeps primer sites"
      )
    }
    let heavy = evidence.classes.first { $0.locusClass == .ighVDJ }
    let others = evidence.classes.filter { $0.locusClass != .ighVDJ && $0.reads > 0 }
    guard heavy?.reads == 0, let other = others.first else { return nil }
    return diagnostic(
      .warning,
      .init("IGH_VDJ reads", 0, limit: 1),
      "0 reads of IGH_VDJ beside \(other.reads) of \(other.locusClass.rawValue), some are expected"
    )
  }
}
