import Diagnostics
import Tracking

/// Finds members of the clone that went on hypermutating.
package enum HypermutationDrift: DriftRule {
  /// The codes of the events.
  package static let codes = ["DR-SHM"]

  /// The events in a later sample.
  package static func events(
    for evidence: DriftEvidence,
    after earlier: [DriftEvent]
  ) -> [DriftEvent] {
    let limits = evidence.limits
    return evidence.clonotypes.compactMap { clonotype in
      guard let templates = clonotype.templates, templates >= limits.templates,
        evidence.trackedClone(equal: clonotype) == nil,
        let (index, family) = nearest(clonotype, evidence)
      else { return nil }
      let share = templates / max(templates, evidence.familyTemplates(of: index))
      guard share >= limits.familyFraction, !wasThere(clonotype, index, evidence) else {
        return nil
      }
      return DriftEvent(
        codes[0],
        evidence.severityOfRelated,
        .related,
        .init("templates of the shifted clone", templates, limit: limits.templates),
        "\(counted(Int(templates.rounded()), "template")) of \(clonotype.id), \(share.text) of the family, "
          + "differ from \(index.id) by \(counted(family.differences, "base")) of "
          + "\(family.compared) (junction: \(family.junctionDistance)) and keep "
          + "\(family.sharedMutations) of its \(counted(family.mutations, "mutation"))",
        cloneID: index.id,
        emerged: clonotype,
        distance: family.differences
      )
    }
  }

  /// The tracked clone whose family a clonotype belongs to, by more than chance.
  private static func nearest(
    _ clonotype: DriftClonotype,
    _ evidence: DriftEvidence
  ) -> (DriftClonotype, FamilyComparison)? {
    let limits = evidence.limits
    let relatives = evidence.tracked.compactMap { clone -> (DriftClonotype, FamilyComparison)? in
      guard clone.clonotype.jCall != nil, clone.clonotype.vCall != nil,
        let family = FamilyComparison(of: clonotype, with: clone.clonotype, limits),
        family.isFamily, family.differences >= limits.differences,
        family.sharedFraction >= limits.sharedMutations,
        evidence.expected(family.chance, like: clonotype) < limits.stemChance
      else { return nil }
      return (clone.clonotype, family)
    }
    return relatives.min { $0.1.differences < $1.1.differences }
  }

  /// Whether the baseline held the member already in as large a share of the family.
  private static func wasThere(
    _ clonotype: DriftClonotype,
    _ index: DriftClonotype,
    _ evidence: DriftEvidence
  ) -> Bool {
    let listed = evidence.baseline.first {
      $0.clonotype.id != index.id && $0.clonotype.hasWindow(of: clonotype)
        && !clonotype.hasWindow(of: index)
    }
    guard let then = listed?.clonotype.templates, let own = index.templates, own + then > 0 else {
      return false
    }
    return then / (own + then) >= evidence.limits.familyFraction
  }
}
