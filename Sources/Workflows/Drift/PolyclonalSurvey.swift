import Germline
import Nucleotides
import Clonotyping
import Monitoring
import Quantification
import Rearrangements

/// What the clonotypes beside the clone say about the person and the marrow.
struct PolyclonalSurvey {
  /// Clonotypes of each class that are annotated: enough for alleles, few enough for the time.
  private static let annotatedPerClass = 500

  /// The V alleles of clonotypes with hardly any mutation.
  let census: AlleleCensus
  /// The proxies of haemodilution.
  let proxies: HaemodilutionProxies

  /// Looks at a sample.
  ///
  /// - Parameters:
  ///   - analysis: The counted sample.
  ///   - quantification: Its scale.
  ///   - isClone: Whether a clonotype is one of the clone's, which say nothing about others.
  init(
    _ analysis: SampleAnalysis,
    _ quantification: SampleQuantification,
    isClone: (Clonotype) -> Bool
  ) {
    let limits = analysis.context.profile.identity
    // Clonotypes of one read are mostly errors of others.
    let others = analysis.clonotypes.filter {
      $0.duplicateCount >= ClonotypeTableFile.fewestReads && !isClone($0)
    }
    let known = analysis.context.annotator.germline.alleles.reduce(into: [String: Int]()) {
      $0[String($1.name.prefix { $0 != "*" }), default: 0] += 1
    }
    var census = AlleleCensus()
    var mutated: [Bool] = []
    var scratch = AnnotationScratch()
    for locusClass in [LocusClass.ighVDJ, .igkVJ, .igl] {
      let like = others.lazy.filter { LocusClass($0.type) == locusClass }
      for clonotype in like.prefix(Self.annotatedPerClass) {
        let annotated = try? analysis.context.annotator.annotate(
          clonotype.representative.codes.span,
          primerFree: clonotype.primerFree,
          &scratch
        )
        guard let v = annotated?.v, let identity = v.identity else { continue }
        if identity >= limits.vIdentity { census.add(v.alleles, known: known) }
        if locusClass == .ighVDJ { mutated.append(identity < limits.vIdentity) }
      }
    }
    self.census = census
    let clonotypes = DriftClonotypes(analysis, quantification)
    func templates(_ classes: Set<LocusClass>) -> Double? {
      quantification.readsPerTemplate.map { depth in
        let reads = others.reduce(0) {
          $0 + (classes.contains(LocusClass($1.type)) ? clonotypes.reads(of: $1) : 0)
        }
        return Double(reads) / depth
      }
    }
    func ratio(_ left: Double?, _ right: Double?) -> Double? {
      guard let left, let right, right > 0 else { return nil }
      return left / right
    }
    let cells = quantification.cells.equivalents
    let heavy = templates([.ighVDJ])
    proxies = HaemodilutionProxies(
      polyclonalFraction: ratio(templates(Set(LocusClass.allCases)), cells),
      djToVDJ: ratio(templates([.ighDJ]), heavy),
      ighToIGK: ratio(heavy, templates([.igkVJ])),
      unmutatedFraction: ratio(Double(mutated.count { !$0 }), Double(mutated.count)),
      clonotypesPerCells: ratio(100_000 * Double(others.count), cells)
    )
  }
}
