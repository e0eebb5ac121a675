package import Diagnostics

/// Advises that a marrow seems diluted with blood; never changes a call.
///
/// Antibodies against CD20 and CD38, CAR-T cells, lymphodepletion and age change the same values,
/// so only an earlier visit of the same subject is a reference, and a first pull is believed.
package enum HaemodilutionRule: FindingRule {
  /// The code of the findings.
  package static let code = "HD-SUSP"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: HaemodilutionEvidence) -> Diagnostic? {
    let limits = evidence.limits
    guard let reference = evidence.reference, evidence.specimen.pull != .number(1) else {
      return nil
    }
    let now = evidence.proxies
    let pairs: [(name: String, now: Double?, then: Double?)] = [
      ("polyclonal templates per cell", now.polyclonalFraction, reference.polyclonalFraction),
      ("DJ to VDJ templates", now.djToVDJ, reference.djToVDJ),
      ("IGH to IGK templates", now.ighToIGK, reference.ighToIGK),
      (
        "mutated IGH clonotypes", now.unmutatedFraction.map { 1 - $0 },
        reference.unmutatedFraction.map { 1 - $0 }
      ),
      ("clonotypes per 100,000 cells", now.clonotypesPerCells, reference.clonotypesPerCells),
    ]
    let beyond = pairs.compactMap { pair -> String? in
      guard let now = pair.now, let then = pair.then, then > 0, now < limits.drop * then else {
        return nil
      }
      return "\(pair.name) \(now.text) after \(then.text)"
    }
    guard beyond.count >= limits.proxies else { return nil }
    return diagnostic(
      .warning,
      .init(
        "haemodilution proxies beyond their reference",
        Double(beyond.count),
        limit: Double(limits.proxies)
      ),
      "\(beyond.joined(separator: ", ")): at least \(limits.drop.text) of the last visit's is "
        + "expected"
    )
  }
}
