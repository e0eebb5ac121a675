import Clonotyping
import Nucleotides
import Rearrangements
import Reports

extension SampleAnalysis {
  /// Clonotypes of each class that records list by name.
  private static let listedPerClass = 20

  /// Reads, clonotypes, abundances and the largest clonotypes of each locus class.
  ///
  /// - Parameter names: Identifiers of clonotypes that have one, by type and window.
  /// - Returns: The classes that have clonotypes, in order of preference.
  func repertoire(_ names: [Clonotype.Identity: String]) -> [RepertoireRecord] {
    var scratch = AnnotationScratch()
    return LocusClass.allCases.compactMap { locusClass in
      guard let sizes = clonotypes.sizes[locusClass] else { return nil }
      let total = sizes.reads
      return RepertoireRecord(
        locusClass: locusClass,
        usableReads: total,
        clonotypes: sizes.clonotypes,
        abundance: RepertoireRecord.AbundancePoint.curve(through: sizes.ranked),
        largest: clonotypes.clonotypes(of: locusClass).prefix(Self.listedPerClass).map {
          index,
          clonotype in
          let annotated = try? context.annotator.annotate(
            clonotype.representative.codes.span,
            primerFree: clonotype.primerFree,
            &scratch
          )
          return RepertoireRecord.Largest(
            cloneID: names[clonotype.identity] ?? "clonotype-\(index + 1)",
            vCall: annotated?.v?.alleles.joined(separator: ","),
            jCall: annotated?.j?.alleles.joined(separator: ","),
            junctionAA: annotated?.junctionAA,
            duplicateCount: clonotype.duplicateCount,
            likeFraction: Double(clonotype.duplicateCount) / Double(max(1, total))
          )
        }
      )
    }
  }
}
