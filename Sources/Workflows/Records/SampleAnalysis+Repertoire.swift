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
      let like = clonotypes.enumerated().filter { LocusClass($1.type) == locusClass }
      guard !like.isEmpty else { return nil }
      let reads = like.map(\.element.duplicateCount)
      let total = reads.reduce(0, +)
      return RepertoireRecord(
        locusClass: locusClass,
        usableReads: total,
        clonotypes: like.count,
        abundance: RepertoireRecord.AbundancePoint.curve(through: reads),
        largest: like.prefix(Self.listedPerClass).map { index, clonotype in
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
