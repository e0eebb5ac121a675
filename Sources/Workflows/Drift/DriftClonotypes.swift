import Nucleotides
import Clonotyping
import Monitoring
import Quantification
import Rearrangements

/// Turns a sample's clonotypes into what the drift rules compare.
struct DriftClonotypes {
  private let analysis: SampleAnalysis
  private let quantification: SampleQuantification
  private let used: [Int]
  private let totals: [LocusClass: Int]

  /// Prepares the sample's scale.
  init(_ analysis: SampleAnalysis, _ quantification: SampleQuantification) {
    self.analysis = analysis
    self.quantification = quantification
    used = quantification.usedReplicates.map { $0.index - 1 }
    totals = analysis.clonotypes.classReads
  }

  /// The reads of a clonotype in the replicates that count.
  func reads(of clonotype: Clonotype) -> Int {
    used.reduce(0) { $0 + clonotype.replicateCounts[$1] }
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
  func clonotype(
    _ clonotype: Clonotype,
    id: String,
    isDominant: Bool = false,
    rearrangement: Rearrangement? = nil,
    _ scratch: inout AnnotationScratch
  ) -> DriftClonotype? {
    let annotated =
      rearrangement
      ?? (try? analysis.context.annotator.annotate(
        clonotype.representative.codes.span,
        primerFree: clonotype.primerFree,
        &scratch
      ))
    guard let annotated, let layout = RearrangementLayout(clonotype, annotated) else { return nil }
    let reads = reads(of: clonotype)
    let templates = quantification.readsPerTemplate.map { Double(reads) / $0 }
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
      cellFraction: templates.flatMap { templates in
        quantification.cells.equivalents.map { templates / $0 }
      },
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
  func all(
    atLeast templates: Double,
    trackedID: (Clonotype) -> String?
  ) -> [DriftClonotype] {
    guard let depth = quantification.readsPerTemplate else { return [] }
    let dominant = self.dominant
    var scratch = AnnotationScratch()
    // Reads of some replicates are no more than those of all, by which the list is ordered.
    let large = analysis.clonotypes.lazy.prefix { Double($0.duplicateCount) >= templates * depth }
    return large.enumerated().compactMap { index, clonotype in
      guard Double(reads(of: clonotype)) >= templates * depth else { return nil }
      var judged = self.clonotype(
        clonotype,
        id: "clonotype-\(index + 1)",
        isDominant: dominant.contains(clonotype.identity),
        &scratch
      )
      judged?.trackedID = trackedID(clonotype)
      return judged
    }
  }

  /// The clonotypes that would be index clonotypes of tier A if the sample were diagnostic.
  private var dominant: Set<Clonotype.Identity> {
    let selection = IndexSelection(
      analysis.context.profile.baseline,
      analysis.context.annotator
    ).select(
      analysis.clonotypes,
      SelectionContext(
        templatesPerRead: quantification.readsPerTemplate.map { 1 / $0 },
        cells: quantification.cells.equivalents,
        prefix: ""
      )
    )
    let passing = (selection.accepted + selection.rejected).filter { candidate in
      candidate.tier == .a
        && candidate.gates.allSatisfy { $0.passed || $0.kind == .uniqueness }
    }
    return Set(passing.map(\.clonotype.identity))
  }
}
