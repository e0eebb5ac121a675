import Clonotyping
import Monitoring
import Nucleotides
import Reports

extension TrackedBaseline {
  /// The clonotypes of the records, tracked ones first.
  var driftClones: [DriftEvidence.BaselineClone] {
    let listed = records.flatMap { record in
      record.reference.clonotypes.compactMap { DriftClonotype($0, of: record.reference) }
    }
    let tracked = clones.compactMap { clone in
      listed.first { $0.id == clone.record.cloneID }.map {
        DriftEvidence.BaselineClone($0, role: clone.record.role ?? .supporting)
      }
    }
    let others = listed.filter { other in
      !tracked.contains { $0.clonotype.id == other.id }
    }
    return tracked + others.map { DriftEvidence.BaselineClone($0, role: nil) }
  }

  /// The tracked clones with V and J, whose reads are laid on their bases.
  var subcloneClones: [DriftClonotype] {
    driftClones.filter {
      $0.role != nil && $0.clonotype.vCall != nil && $0.clonotype.jCall != nil
    }.map(\.clonotype)
  }

  /// An empty tally of those clones, in their order.
  var subcloneTally: SubcloneTally {
    SubcloneTally(
      subcloneClones.map { clone in
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

  /// The V alleles of all records' polyclonal clonotypes.
  var census: AlleleCensus {
    records.reduce(into: AlleleCensus()) { $0.merge(AlleleCensus($1.reference.vAlleles)) }
  }

  /// Nucleated cells of all records; `nil` if those of one are not known.
  var cellEquivalents: Double? {
    let known = records.compactMap(\.reference.cellEquivalents)
    return known.count == records.count ? known.reduce(0, +) : nil
  }

  /// The most templates that a clonotype missing from `driftClones` can have had, by class.
  var unlistedTemplates: [LocusClass: Double] {
    LocusClass.allCases.reduce(into: [:]) { templates, locusClass in
      let known = records.compactMap { record in
        record.reference.readsPerTemplate.flatMap { depth in
          record.reference.unlistedReads[locusClass.rawValue].map { Double($0) / depth }
        }
      }
      if known.count == records.count { templates[locusClass] = known.reduce(0, +) }
    }
  }
}
