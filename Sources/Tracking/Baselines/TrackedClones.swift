package import Clonotyping
import Nucleotides
import Rearrangements

/// The clones of one subject, as one or more diagnostic samples show them, ready to be counted.
package struct TrackedClones: Sendable {
  /// The patient.
  package let subject: String
  /// The clones in tracking order.
  package let clones: [TrackedClone]
  /// The diagnostic samples, in the order given.
  package let baselines: [Baseline]
  /// What the clones are known by in a later sample, in their order.
  private let marks: [CloneMark]

  /// Puts the baselines of a subject together.
  ///
  /// - Parameters:
  ///   - baselines: The subject's; none gives nothing to track.
  ///   - subject: The patient.
  ///   - criteria: How many clones are tracked.
  package init(_ baselines: [Baseline], subject: String, criteria: SelectionCriteria) {
    (self.baselines, self.subject) = (baselines, subject)
    clones = TrackedClone.merged(baselines, criteria)
    marks = clones.map { CloneMark($0.index) }
  }

  /// The diagnostic samples in words: `S1-DX`, several separated by commas.
  package var samples: String { baselines.map(\.sample).joined(separator: ",") }

  /// The identifier of a clonotype that is one of the clones; `nil` for any other.
  package func cloneID(of clonotype: Clonotype) -> CloneID? {
    marks.firstIndex { $0.isShown(by: clonotype) }.map { clones[$0].id }
  }

  /// The clonotypes of the baselines, each with what it is tracked for; tracked ones first.
  package var references: [ReferenceClone] {
    let listed = baselines.flatMap(\.reference.clonotypes)
    let tracked = clones.compactMap { clone in
      listed.first { $0.id == .clone(clone.id) }.map { ReferenceClone($0, role: clone.role) }
    }
    let others = listed.filter { other in
      !tracked.contains { $0.clonotype.id == other.id }
    }
    return tracked + others.map { ReferenceClone($0, role: nil) }
  }

  /// The tracked clones with V and J, whose reads are laid on their bases.
  package var subcloneReferences: [DriftClonotype] {
    references.filter {
      $0.role != nil && $0.clonotype.vCall != nil && $0.clonotype.jCall != nil
    }.map(\.clonotype)
  }

  /// An empty tally of those clones, in their order.
  package var subcloneTally: SubcloneTally {
    SubcloneTally(
      subcloneReferences.map { clone in
        // A record with letters that are no bases has nothing to lay reads on.
        let bases = NucleotideSequence(String(decoding: clone.layout.bases, as: UTF8.self))
        return SubcloneTally.Reference(
          type: clone.type,
          bases: bases ?? NucleotideSequence(),
          window: bases == nil ? 0..<0 : clone.layout.window
        )
      }
    )
  }

  /// The V alleles of all baselines' polyclonal clonotypes.
  package var census: AlleleCensus {
    baselines.reduce(into: AlleleCensus()) { $0.merge($1.reference.census) }
  }

  /// Nucleated cells of all baselines; `nil` if those of one are not known.
  package var cellEquivalents: Double? {
    let known = baselines.compactMap(\.reference.cellEquivalents)
    return known.count == baselines.count ? known.reduce(0, +) : nil
  }

  /// The most templates that a clonotype missing from `references` can have had, by class; a class
  /// that is missing is not known.
  package var unlistedTemplates: [LocusClass: Double] {
    LocusClass.allCases.reduce(into: [:]) { templates, locusClass in
      let known = baselines.compactMap { baseline in
        baseline.reference.readsPerTemplate.flatMap { depth in
          baseline.reference.unlistedReads[locusClass].map { Double($0) / depth }
        }
      }
      if known.count == baselines.count { templates[locusClass] = known.reduce(0, +) }
    }
  }
}

/// A clonotype of a baseline with what it is tracked for.
package struct ReferenceClone: Hashable, Sendable {
  /// The clonotype with its numbers at baseline.
  package var clonotype: DriftClonotype
  /// What it is tracked for; `nil` if it is not tracked.
  package var role: TrackingRole?

  /// Creates a clone.
  package init(_ clonotype: DriftClonotype, role: TrackingRole?) {
    (self.clonotype, self.role) = (clonotype, role)
  }
}
