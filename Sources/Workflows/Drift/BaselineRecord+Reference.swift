import Clonotyping
import Monitoring
import Quantification
import Rearrangements
import Reports

extension BaselineRecord.Reference {
  /// Clonotypes of each class that are listed beside index clonotypes and candidates.
  private static let listedPerClass = 20

  /// What a diagnostic sample leaves for the judgement of later ones.
  init(
    _ analysis: SampleAnalysis,
    _ quantification: SampleQuantification,
    candidates: [IndexCandidate]
  ) {
    let clonotypes = DriftClonotypes(analysis, quantification)
    var scratch = AnnotationScratch()
    var listed = candidates.compactMap { candidate in
      clonotypes.clonotype(
        candidate.clonotype,
        id: candidate.cloneID,
        rearrangement: candidate.rearrangement,
        &scratch
      )
    }
    let known = Set(candidates.map(\.clonotype.identity))
    var unlisted: [String: Int] = [:]
    for locusClass in LocusClass.allCases {
      let others = Array(
        analysis.clonotypes.clonotypes(of: locusClass).lazy
          .filter { !known.contains($1.identity) }.prefix(Self.listedPerClass + 1)
      )
      listed += others.prefix(Self.listedPerClass).compactMap { index, clonotype in
        clonotypes.clonotype(clonotype, id: "clonotype-\(index + 1)", &scratch)
      }
      unlisted[locusClass.rawValue] =
        others.dropFirst(Self.listedPerClass).first.map { clonotypes.reads(of: $1) } ?? 0
    }
    self.init(
      cellEquivalents: quantification.cells.equivalents,
      readsPerTemplate: quantification.readsPerTemplate,
      clonotypes: listed.map { BaselineRecord.ReferenceClonotype($0) },
      unlistedReads: unlisted,
      vAlleles: PolyclonalSurvey(analysis, quantification) { known.contains($0.identity) }
        .census.counts
    )
  }
}
