package import Clonotyping
import Rearrangements

/// What a diagnostic sample leaves for the subject's later samples.
package struct Baseline: Hashable, Sendable {
  /// The diagnostic sample.
  package var sample: String
  /// The patient.
  package var subject: String
  /// How the sample was analysed.
  package var method: AnalysisMethod
  /// The index clonotypes, in order of preference.
  package var clones: [IndexClone]
  /// What changes of the clone are judged against.
  package var reference: BaselineReference

  /// Creates a baseline.
  package init(
    sample: String,
    subject: String,
    method: AnalysisMethod,
    clones: [IndexClone],
    reference: BaselineReference
  ) {
    (self.sample, self.subject, self.method) = (sample, subject, method)
    (self.clones, self.reference) = (clones, reference)
  }
}

/// The clonotypes of a diagnostic sample that changes of the clone are judged against, and its scale.
package struct BaselineReference: Hashable, Sendable {
  /// Nucleated cells analysed; `nil` if not known.
  package var cellEquivalents: Double?
  /// Reads one template gives, from the controls; `nil` if not known.
  package var readsPerTemplate: Double?
  /// The index clonotypes, the rejected candidates, then the largest others of each class.
  package var clonotypes: [DriftClonotype]
  /// Reads of the largest clonotype of each class that is not listed; 0 if all are, missing if that
  /// is not known.
  package var unlistedReads: [LocusClass: Int]
  /// V alleles of polyclonal clonotypes with hardly any mutation.
  package var census: AlleleCensus

  /// Creates a reference.
  package init(
    cellEquivalents: Double?,
    readsPerTemplate: Double?,
    clonotypes: [DriftClonotype],
    unlistedReads: [LocusClass: Int],
    census: AlleleCensus
  ) {
    (self.cellEquivalents, self.readsPerTemplate) = (cellEquivalents, readsPerTemplate)
    (self.clonotypes, self.unlistedReads, self.census) = (clonotypes, unlistedReads, census)
  }
}

extension BaselineReference {
  /// Clonotypes of each class that are listed beside index clonotypes and candidates (chosen here:
  /// enough that a clone that emerges later can be looked up, few enough for a record).
  private static let listedPerClass = 20

  /// Takes a diagnostic sample's reference.
  ///
  /// - Parameters:
  ///   - clonotypes: The sample's, with its scale.
  ///   - candidates: Index clonotypes and rejected candidates.
  ///   - census: The V alleles of the others.
  package init(
    _ clonotypes: DriftClonotypes,
    candidates: [IndexCandidate],
    census: AlleleCensus
  ) {
    var scratch = AnnotationScratch()
    var listed = candidates.compactMap { candidate in
      clonotypes.clonotype(
        candidate.clonotype,
        id: .clone(candidate.cloneID),
        rearrangement: candidate.rearrangement,
        &scratch
      )
    }
    let known = Set(candidates.map(\.clonotype.identity))
    var unlisted: [LocusClass: Int] = [:]
    for locusClass in LocusClass.allCases {
      let others = Array(
        clonotypes.list.clonotypes(of: locusClass).lazy
          .filter { !known.contains($1.identity) }.prefix(Self.listedPerClass + 1)
      )
      listed += others.prefix(Self.listedPerClass).compactMap { index, clonotype in
        clonotypes.clonotype(clonotype, id: .row(index + 1), &scratch)
      }
      unlisted[locusClass] =
        others.dropFirst(Self.listedPerClass).first.map { clonotypes.reads(of: $1) } ?? 0
    }
    self.init(
      cellEquivalents: clonotypes.scale.cells,
      readsPerTemplate: clonotypes.scale.readsPerTemplate,
      clonotypes: listed,
      unlistedReads: unlisted,
      census: census
    )
  }
}
