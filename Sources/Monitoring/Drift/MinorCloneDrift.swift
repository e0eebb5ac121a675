import Diagnostics
import Tracking

/// Finds a second clone of the baseline that leads now.
package enum MinorCloneDrift: DriftRule {
  /// The codes of the events.
  package static let codes = ["DR-BICL"]

  /// The events in a later sample.
  ///
  /// Given the templates of the minor and of the leading clone of a class, those of the minor one
  /// are binomial with its share at baseline. Two alleles of one cell keep their ratio and raise
  /// nothing; nor does a minor one that leads because an evolved member replaced the leader.
  package static func events(
    for evidence: DriftEvidence,
    after earlier: [DriftEvent]
  ) -> [DriftEvent] {
    let limits = evidence.limits
    return evidence.baseline.compactMap { minor in
      let clonotype = minor.clonotype
      guard let then = clonotype.templates, then >= limits.templates,
        let now = templates(minor, evidence),
        now >= limits.templates, minor.role != nil || isDominant(clonotype, evidence),
        let leader = leader(of: clonotype, evidence), let leaderThen = leader.templates,
        leader.id != clonotype.id, then <= limits.minorFraction * leaderThen,
        let leaderNow = evidence.templates(of: leader.id), now > leaderNow,
        !earlier.contains(where: { $0.cloneID == leader.id && $0.code != "DR-LOSS" }),
        let change = EmergenceTest(later: now, of: then, earlier: leaderNow, of: leaderThen),
        change.fold >= limits.fold, change.pValue < limits.pValue
      else { return nil }
      return DriftEvent(
        codes[0],
        .warning,
        .expanded,
        .init("rise of the second clone", change.fold, limit: limits.fold),
        "\(clonotype.id) leads \(leader.id) by \(now.text) templates to \(leaderNow.text), "
          + "at baseline it had \(then.text) to \(leaderThen.text) "
          + "(\(change.fold.text) times as much, p \(change.pValue.pText))",
        cloneID: clonotype.id,
        emerged: evidence.clonotypes.first { $0.hasWindow(of: clonotype) },
        change: change
      )
    }
  }

  /// The tracked clone of a class with most templates at baseline.
  private static func leader(
    of clonotype: DriftClonotype,
    _ evidence: DriftEvidence
  ) -> DriftClonotype? {
    evidence.tracked.map(\.clonotype).filter { $0.locusClass == clonotype.locusClass }
      .max { ($0.templates ?? 0) < ($1.templates ?? 0) }
  }

  /// Whether a clone that is not tracked would be an index clonotype of the later sample: normal B
  /// cells, too, outlast a clone that is gone.
  private static func isDominant(
    _ clonotype: DriftClonotype,
    _ evidence: DriftEvidence
  ) -> Bool {
    evidence.clonotypes.contains { $0.hasWindow(of: clonotype) && $0.isDominant }
  }

  /// The templates of a clone of the baseline in the later sample: as counted, or those of the
  /// clonotype with its window.
  private static func templates(
    _ clone: ReferenceClone,
    _ evidence: DriftEvidence
  ) -> Double? {
    if clone.role != nil { return evidence.templates(of: clone.clonotype.id) }
    return evidence.clonotypes.first { $0.hasWindow(of: clone.clonotype) }?.templates
  }
}
