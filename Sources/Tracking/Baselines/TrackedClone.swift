import Clonotyping

/// A clone that is counted in a subject's later samples, with every diagnostic sample that shows it.
package struct TrackedClone: Hashable, Sendable {
  /// What is tracked: the index clone whose signature most samples have.
  package var index: IndexClone
  /// The diagnostic samples that show it, in the order of the baselines.
  package var samples: [String]

  /// Creates a tracked clone.
  package init(index: IndexClone, samples: [String]) {
    (self.index, self.samples) = (index, samples)
  }

  /// Its identifier.
  package var id: CloneID { index.id }
  /// What it may be used for.
  package var role: TrackingRole { index.role }
  /// What its reads are found by.
  package var target: SignatureTarget { index.target }
}

extension TrackedClone {
  /// The index clones of several diagnostic samples of one subject as one list.
  ///
  /// Clones of one family are one: the same type and signature, or genes in common and junctions that
  /// are equal or of one length with at most one base in ten (or two) different (article "Index
  /// selection", section 6). The clone is primary if it is in any sample; the signature is the one that most samples have, of equally many the
  /// first. The list is ordered as at baseline and holds at most `maxTracked` primary clones.
  static func merged(_ baselines: [Baseline], _ criteria: SelectionCriteria) -> [TrackedClone] {
    guard baselines.count > 1 else {
      return baselines.flatMap { baseline in
        baseline.clones.map { TrackedClone(index: $0, samples: [baseline.sample]) }
      }
    }
    var families: [[Member]] = []
    for baseline in baselines {
      for clone in baseline.clones {
        let member = Member(clone: clone, sample: baseline.sample)
        // Two clonotypes of one sample were told apart there.
        let family = families.firstIndex { family in
          !family.contains { $0.sample == member.sample }
            && family.contains { member.clone.isRelated(to: $0.clone) }
        }
        if let family {
          families[family].append(member)
        } else {
          families.append([member])
        }
      }
    }
    let ranked = families.map { TrackedClone($0) }.enumerated().sorted {
      let (left, right) = (key($0.element.index), key($1.element.index))
      return left == right ? $0.offset < $1.offset : left < right
    }.map(\.element)
    var primaries = 0
    let kept = ranked.filter { clone in
      guard clone.role == .primary else { return true }
      primaries += 1
      return primaries <= criteria.maxTracked
    }
    return named(kept)
  }

  private struct Member {
    var clone: IndexClone
    var sample: String
  }

  private init(_ family: [Member]) {
    let votes = family.map { member in
      Set(family.filter { $0.clone.signature.bases == member.clone.signature.bases }.map(\.sample))
        .count
    }
    let most = votes.max() ?? 0
    var index = family[votes.firstIndex(of: most) ?? 0].clone
    let all = family.map(\.clone)
    if all.contains(where: { $0.role == .primary }) { index.role = .primary }
    index.tier = all.contains { $0.tier == .a } ? .a : index.tier
    index.likeFraction = all.map(\.likeFraction).max() ?? index.likeFraction
    index.id = all[0].id
    var samples: [String] = []
    for member in family where !samples.contains(member.sample) { samples.append(member.sample) }
    self.init(index: index, samples: samples)
  }

  private static func key(_ clone: IndexClone) -> (Int, Int, Double, Double) {
    (
      clone.locusClass.rank, clone.tier == .a ? 0 : 1, clone.expectedBackground ?? .infinity,
      -clone.likeFraction
    )
  }

  /// Clones of two samples may bear one identifier; the later in the list gets the next free number.
  private static func named(_ clones: [TrackedClone]) -> [TrackedClone] {
    var taken: Set<CloneID> = []
    return clones.map { clone in
      var clone = clone
      let stem = clone.id.stem
      var number = 1
      while !taken.insert(clone.id).inserted {
        number += 1
        clone.index.id = CloneID(stem: stem, number: number)
      }
      return clone
    }
  }
}
