import Clonotyping
import Tracking

extension DriftEvidence {
  /// The templates of a tracked clone and of the members of its family.
  ///
  /// A member whose junction is the clone's own may match its signature: it is in the clone's count
  /// then, and not added to it.
  func familyTemplates(of index: DriftClonotype) -> Double {
    let members = clonotypes.filter {
      FamilyComparison(of: $0, with: index, limits).map(\.isFamily) ?? false
    }
    return sum(index, members)
  }

  /// The level with evolved members of the clone counted too, in templates per cell; `nil` without
  /// any, and without cells.
  func familyLevel(_ events: [DriftEvent]) -> Double? {
    let related = events.filter { $0.verdict == .related }
    guard let cells, cells > 0, !related.isEmpty else { return nil }
    let sums = tracked.filter { $0.role == .primary }.map { clone in
      sum(
        clone.clonotype,
        related.filter { $0.cloneID == clone.clonotype.id }.compactMap(\.emerged)
      )
    }
    return sums.max().map { $0 / cells }
  }

  private func sum(_ index: DriftClonotype, _ members: [DriftClonotype]) -> Double {
    func total(_ clonotypes: some Sequence<DriftClonotype>) -> Double {
      clonotypes.reduce(0) { $0 + ($1.templates ?? 0) }
    }
    let equal = clonotypes.filter { $0.hasWindow(of: index) }
    return max(templates(of: index.id) ?? 0, total(equal))
      + total(members.filter { !$0.hasWindow(of: index) })
  }
}
