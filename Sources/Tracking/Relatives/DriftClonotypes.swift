package import Clonotyping
import Nucleotides
package import Rearrangements

/// Turns a sample's clonotypes into what the drift rules compare.
package struct DriftClonotypes {
  /// The sample's clonotypes.
  package let list: ClonotypeList
  /// The sample's scale.
  package let scale: SampleScale
  private let annotator: Annotator
  private let criteria: SelectionCriteria
  private let totals: [LocusClass: Int]

  /// Prepares a sample.
  ///
  /// - Parameters:
  ///   - list: The sample's clonotypes.
  ///   - scale: The sample's scale.
  ///   - annotator: Annotates the clonotypes' best reads.
  ///   - criteria: When a clonotype is dominant.
  package init(
    _ list: ClonotypeList,
    scale: SampleScale,
    annotator: Annotator,
    criteria: SelectionCriteria
  ) {
    (self.list, self.scale, self.annotator, self.criteria) = (list, scale, annotator, criteria)
    totals = list.classReads
  }

  /// The reads of a clonotype in the replicates that count.
  package func reads(of clonotype: Clonotype) -> Int {
    scale.usedReplicates.reduce(0) { $0 + clonotype.replicateCounts[$1] }
  }

  /// The clonotype as the rules see it.
  ///
  /// - Parameters:
  ///   - clonotype: The clonotype.
  ///   - id: What to call it.
  ///   - isDominant: Whether it passes every gate of tier A.
  ///   - rearrangement: Its annotation; `nil` to make one.
  ///   - scratch: The annotator's working memory.
  /// - Returns: The clonotype; `nil` if it cannot be annotated.
  package func clonotype(
    _ clonotype: Clonotype,
    id: ClonotypeID,
    isDominant: Bool = false,
    rearrangement: Rearrangement? = nil,
    _ scratch: inout AnnotationScratch
  ) -> DriftClonotype? {
    let annotated =
      rearrangement
      ?? (try? annotator.annotate(
        clonotype.representative.codes.span,
        primerFree: clonotype.primerFree,
        &scratch
      ))
    guard let annotated, let layout = RearrangementLayout(clonotype, annotated) else { return nil }
    let reads = reads(of: clonotype)
    let templates = scale.readsPerTemplate.map { Double(reads) / $0 }
    return DriftClonotype(
      id: id,
      type: clonotype.type,
      vCall: annotated.v?.alleles.joined(separator: ","),
      jCall: annotated.j?.alleles.joined(separator: ","),
      layout: layout,
      reads: reads,
      templates: templates,
      likeFraction: Double(clonotype.duplicateCount)
        / Double(max(1, totals[LocusClass(clonotype.type)] ?? 0)),
      cellFraction: templates.flatMap { templates in scale.cells.map { templates / $0 } },
      isDominant: isDominant
    )
  }

  /// The clonotypes with a number of templates and more, most reads first, named as in the table of
  /// rearrangements; empty if reads cannot be scaled.
  ///
  /// - Parameters:
  ///   - templates: How many templates it must have.
  ///   - trackedID: The tracked clone whose signature a clonotype holds.
  /// - Returns: The clonotypes that can be annotated.
  package func all(
    atLeast templates: Double,
    trackedID: (Clonotype) -> CloneID?
  ) -> [DriftClonotype] {
    guard let depth = scale.readsPerTemplate else { return [] }
    let dominant = self.dominant
    var scratch = AnnotationScratch()
    // Reads of some replicates are no more than those of all, by which the list is ordered.
    let large = list.lazy.prefix { Double($0.duplicateCount) >= templates * depth }
    return large.enumerated().compactMap { index, clonotype in
      guard Double(reads(of: clonotype)) >= templates * depth else { return nil }
      var judged = self.clonotype(
        clonotype,
        id: .row(index + 1),
        isDominant: dominant.contains(clonotype.identity),
        &scratch
      )
      judged?.trackedID = trackedID(clonotype)
      return judged
    }
  }

  /// The clonotypes that would be index clonotypes of tier A if the sample were diagnostic.
  private var dominant: Set<ClonotypeIdentity> {
    let selection = IndexSelection(criteria, annotator).select(
      list,
      SelectionContext(
        templatesPerRead: scale.readsPerTemplate.map { 1 / $0 },
        cells: scale.cells,
        prefix: ""
      )
    )
    let passing = selection.candidates.filter { candidate in
      candidate.tier == .a
        && candidate.gates.allSatisfy { $0.passed || $0.kind == .uniqueness }
    }
    return Set(passing.map(\.clonotype.identity))
  }
}
