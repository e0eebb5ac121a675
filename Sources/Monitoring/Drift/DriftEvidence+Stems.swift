import Diagnostics
import Rearrangements
import Tracking

extension DriftEvidence {
  /// The events of new VDJ clonotypes that share a stem with a tracked clone of a type.
  ///
  /// - Parameters:
  ///   - code: The code of the events.
  ///   - type: The type of the tracked clones.
  ///   - text: What a clonotype does, given the clone and the stem; `nil` if it is no event.
  /// - Returns: One event a clonotype, in the order of the clonotypes.
  func stemEvents(
    _ code: String,
    of type: RearrangementType,
    _ text: (DriftClonotype, DriftClonotype, SharedStem) -> String?
  ) -> [DriftEvent] {
    clonotypes.compactMap { clonotype in
      guard clonotype.type == .ighVDJ, let templates = clonotype.templates,
        templates >= limits.templates,
        !baseline.contains(where: { $0.clonotype.hasWindow(of: clonotype) }),
        let (index, stem) = bestStem(clonotype, of: type, { text(clonotype, $0, $1) != nil }),
        let words = text(clonotype, index, stem)
      else { return nil }
      return DriftEvent(
        code,
        severityOfRelated,
        .related,
        .init(
          "nucleotides of the kept stem",
          Double(stem.bases.count),
          limit: Double(limits.stemLength)
        ),
        "\(counted(Int(templates.rounded()), "template")) of \(clonotype.id) \(words) "
          + "(\(stem.bases.count) nt, \(stem.mismatches) of them different, expected by "
          + "chance in \(expected(stem.chance, like: clonotype).text) clonotypes)",
        cloneID: index.id,
        emerged: clonotype,
        stem: stem.text,
        distance: stem.mismatches
      )
    }
  }

  /// The tracked clone of a type with the least likely shared stem, if it is unlikely enough.
  private func bestStem(
    _ clonotype: DriftClonotype,
    of type: RearrangementType,
    _ isWanted: (DriftClonotype, SharedStem) -> Bool
  ) -> (DriftClonotype, SharedStem)? {
    let stems = tracked.filter { $0.clonotype.type == type }.compactMap {
      clone -> (DriftClonotype, SharedStem)? in
      guard let stem = SharedStem(of: clonotype, with: clone.clonotype),
        stem.bases.count >= limits.stemLength,
        expected(stem.chance, like: clonotype) < limits.stemChance,
        isWanted(clone.clonotype, stem)
      else { return nil }
      return (clone.clonotype, stem)
    }
    return stems.min { $0.1.chance < $1.1.chance }
  }
}
