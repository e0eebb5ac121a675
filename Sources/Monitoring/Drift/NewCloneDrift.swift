import Diagnostics
import Rearrangements
import Statistics
import Tracking

/// Finds an unrelated clone that has become dominant.
///
/// Oligoclonal regeneration after transplant or antibody therapy and infection make clones that
/// pass: one visit alone asks for watching only.
package enum NewCloneDrift: DriftRule {
  /// The codes of the events: of a clone that stays and of one to watch.
  package static let codes = ["DR-NEW", "DR-NEW?"]

  /// The events in a later sample.
  package static func events(
    for evidence: DriftEvidence,
    after earlier: [DriftEvent]
  ) -> [DriftEvent] {
    let limits = evidence.limits
    let untracked = evidence.clonotypes.compactMap {
      clonotype -> (clonotype: DriftClonotype, rise: EmergenceTest)? in
      guard (clonotype.templates ?? 0) >= limits.templates,
        evidence.trackedClone(equal: clonotype) == nil,
        let rise = rise(of: clonotype, evidence)
      else { return nil }
      return (clonotype, rise)
    }
    let adjusted = holmAdjusted(untracked.map(\.rise.pValue))
    return zip(untracked, adjusted).compactMap { found, pValue in
      let clonotype = found.clonotype
      guard clonotype.isDominant, found.rise.fold >= limits.fold, pValue < limits.pValue,
        !isRelated(clonotype, evidence),
        !earlier.contains(where: { $0.emerged == clonotype })
      else { return nil }
      let persistence = persistence(of: clonotype, evidence)
      var rise = found.rise
      rise.pValue = pValue
      let cells = clonotype.cellFraction.map { ", \($0.text) of the cells" } ?? ""
      return DriftEvent(
        persistence == nil ? codes[1] : codes[0],
        .warning,
        persistence == nil ? .watch : .unrelated,
        .init("templates of the new clone", clonotype.templates ?? 0, limit: limits.templates),
        "\(clonotype.id) is no relative of the clone, has \(clonotype.likeFraction.text) of its "
          + "class\(cells), \(rise.fold.text) times as much as at baseline (p \(pValue.pText))"
          + "; \(persistence ?? "seen once, it may pass")",
        emerged: clonotype,
        change: rise
      )
    }
  }

  private static func rise(
    of clonotype: DriftClonotype,
    _ evidence: DriftEvidence
  ) -> EmergenceTest? {
    guard let later = clonotype.templates, let cells = evidence.cells,
      let earlierCells = evidence.baselineCells,
      let earlier = evidence.baselineTemplates(of: clonotype)
    else { return nil }
    return EmergenceTest(later: later, of: cells, earlier: earlier, of: earlierCells)
  }

  /// Whether it could be a member of a tracked clone's family by more than chance, however few
  /// templates it has.
  private static func isRelated(
    _ clonotype: DriftClonotype,
    _ evidence: DriftEvidence
  ) -> Bool {
    let limits = evidence.limits
    return evidence.tracked.contains { clone in
      let index = clone.clonotype
      if let family = FamilyComparison(of: clonotype, with: index, limits), family.isFamily,
        evidence.expected(family.chance, like: clonotype) < limits.stemChance
      {
        return true
      }
      guard clonotype.type == .ighVDJ, index.type == .ighVDJ || index.type == .ighDJ,
        let stem = SharedStem(of: clonotype, with: index), stem.bases.count >= limits.stemLength
      else { return false }
      return evidence.expected(stem.chance, like: clonotype) < limits.stemChance
    }
  }

  /// Why the clone is taken to stay; `nil` if it was seen once only.
  private static func persistence(
    of clonotype: DriftClonotype,
    _ evidence: DriftEvidence
  ) -> String? {
    if evidence.clinical.isProgressing == true { return "the disease progresses clinically" }
    guard let date = evidence.date else { return nil }
    let days = evidence.sightings.compactMap { sighting -> Int? in
      sighting.window == Array(clonotype.layout.windowBases)
        ? sighting.date.map { $0.days(to: date) } : nil
    }
    guard let longest = days.max(), longest >= evidence.limits.persistenceDays else { return nil }
    return "first seen \(longest) d before"
  }
}
