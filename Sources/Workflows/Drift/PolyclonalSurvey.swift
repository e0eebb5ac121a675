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
    let scale = DriftClonotypes(analysis, quantification)
    var annotated: [LocusClass: [Clonotype]] = [:]
    var reads: [LocusClass: Int] = [:]
    var count = 0
    // Clonotypes of one read are mostly errors of others.
    for clonotype in analysis.clonotypes.lazy.prefix(while: {
      $0.duplicateCount >= ClonotypeTableFile.fewestReads
    }) where !isClone(clonotype) {
      let locusClass = LocusClass(clonotype.type)
      reads[locusClass, default: 0] += scale.reads(of: clonotype)
      count += 1
      if annotated[locusClass, default: []].count < Self.annotatedPerClass {
        annotated[locusClass, default: []].append(clonotype)
      }
    }
    let known = analysis.context.annotator.germline.alleles.reduce(into: [String: Int]()) {
      $0[String($1.name.prefix { $0 != "*" }), default: 0] += 1
    }
    var census = AlleleCensus()
    var mutated: [Bool] = []
    var scratch = AnnotationScratch()
    for locusClass in [LocusClass.ighVDJ, .igkVJ, .igl] {
      for clonotype in annotated[locusClass] ?? [] {
        let rearrangement = try? analysis.context.annotator.annotate(
          clonotype.representative.codes.span,
          primerFree: clonotype.primerFree,
          &scratch
        )
        guard let v = rearrangement?.v, let identity = v.identity else { continue }
        let isGermlineLike = limits.believes(callOfIdentity: identity)
        if isGermlineLike { census.add(v.alleles, known: known) }
        if locusClass == .ighVDJ { mutated.append(!isGermlineLike) }
      }
    }
    self.census = census
    func templates(_ classes: [LocusClass]) -> Double? {
      quantification.readsPerTemplate.map { depth in
        Double(classes.reduce(0) { $0 + (reads[$1] ?? 0) }) / depth
      }
    }
    func ratio(_ left: Double?, _ right: Double?) -> Double? {
      guard let left, let right, right > 0 else { return nil }
      return left / right
    }
    let cells = quantification.cells.equivalents
    let heavy = templates([.ighVDJ])
    proxies = HaemodilutionProxies(
      polyclonalFraction: ratio(templates(LocusClass.allCases), cells),
      djToVDJ: ratio(templates([.ighDJ]), heavy),
      ighToIGK: ratio(heavy, templates([.igkVJ])),
      unmutatedFraction: ratio(Double(mutated.count { !$0 }), Double(mutated.count)),
      clonotypesPerCells: ratio(100_000 * Double(count), cells)
    )
  }
}
