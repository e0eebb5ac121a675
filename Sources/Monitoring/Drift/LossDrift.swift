import Diagnostics

/// Finds that the index is lost while the disease is evident.
package enum LossDrift: DriftRule {
  /// The codes of the events.
  package static let codes = ["DR-LOSS"]

  /// The events in a later sample.
  package static func events(
    for evidence: DriftEvidence,
    after earlier: [DriftEvent]
  ) -> [DriftEvent] {
    guard !evidence.clones.isEmpty, !evidence.clones.contains(where: \.isDetected) else {
      return []
    }
    let clinical = evidence.clinical
    let limit = evidence.limits.plasmaCells
    var signs: [String] = []
    if clinical.isProgressing == true { signs.append("the disease progresses clinically") }
    if let share = clinical.plasmaCells, share >= limit {
      signs.append("plasma cells are \(share.text) of the cells (below \(limit.text) is expected)")
    }
    if clinical.isFlowPositive == true { signs.append("flow cytometry finds residual disease") }
    guard !signs.isEmpty else { return [] }
    return [
      DriftEvent(
        codes[0],
        .indeterminate,
        .lost,
        .init("signs of disease", Double(signs.count), limit: 0),
        "no index clonotype is detected while \(signs.joined(separator: " and "))",
        cloneID: evidence.clones[0].cloneID
      )
    ]
  }
}
