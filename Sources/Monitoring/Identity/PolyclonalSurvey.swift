package import Clonotyping
import Germline
import Nucleotides
package import Rearrangements
package import Tracking

/// What the clonotypes beside the clone say about the person and the marrow.
package struct PolyclonalSurvey {
  /// Clonotypes of each class that are annotated (chosen here: enough for alleles, few enough for the
  /// time).
  private static let annotatedPerClass = 500
  /// Reads of a clonotype that is counted: one of a single read is mostly an error of another.
  private static let minimumReads = 2

  /// The V alleles of clonotypes with hardly any mutation.
  package let census: AlleleCensus
  /// The proxies of haemodilution.
  package let proxies: HaemodilutionProxies

  /// Looks at a sample.
  ///
  /// - Parameters:
  ///   - clonotypes: The sample's clonotypes with their scale.
  ///   - annotator: Annotates their best reads.
  ///   - limits: When a V has hardly any mutation.
  ///   - isClone: Whether a clonotype is one of the clone's, which say nothing about others.
  package init(
    _ clonotypes: DriftClonotypes,
    annotator: Annotator,
    limits: GenotypeLimits,
    isClone: (Clonotype) -> Bool
  ) {
    var annotated: [LocusClass: [Clonotype]] = [:]
    var reads: [LocusClass: Int] = [:]
    var count = 0
    for clonotype in clonotypes.list.lazy.prefix(while: { $0.duplicateCount >= Self.minimumReads })
    where !isClone(clonotype) {
      let locusClass = LocusClass(clonotype.type)
      reads[locusClass, default: 0] += clonotypes.reads(of: clonotype)
      count += 1
      if annotated[locusClass, default: []].count < Self.annotatedPerClass {
        annotated[locusClass, default: []].append(clonotype)
      }
    }
    let known = annotator.germline.alleles.reduce(into: [String: Int]()) {
      $0[String($1.name.prefix { $0 != "*" }), default: 0] += 1
    }
    var census = AlleleCensus()
    var mutated: [Bool] = []
    var scratch = AnnotationScratch()
    for locusClass in [LocusClass.ighVDJ, .igkVJ, .igl] {
      for clonotype in annotated[locusClass] ?? [] {
        // A survey of V alleles: a clonotype without one says nothing of them.
        let rearrangement = try? annotator.annotate(
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
    proxies = HaemodilutionProxies(
      reads: reads,
      clonotypes: count,
      unmutated: mutated.count { !$0 },
      ofVDJ: mutated.count,
      scale: clonotypes.scale
    )
  }
}
