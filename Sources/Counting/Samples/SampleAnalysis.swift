package import Assays
package import Clonotyping
package import Diagnostics
package import Files
package import Monitoring
import Nucleotides
package import Quantification
import Rearrangements
package import Tracking

/// One sample counted, its errors folded and its controls told apart: where `baseline` and
/// `followup` part ways.
package struct SampleAnalysis: Sendable {
  /// The context it was made in.
  package let context: AnalysisContext
  /// The controls' targets; they come first in the counts.
  package let controlTargets: [ControlTarget]
  /// What the reads amount to, without the table: its rearrangements are `clonotypes`.
  package let counts: SampleCounts
  /// Clonotypes with errors folded in, controls' copies removed.
  package var clonotypes: ClonotypeList
  /// The file of clonotypes that are not in memory.
  ///
  /// `nil` if all are. Whoever goes through the clonotypes calls its `check()` before results appear.
  var scratch: ScratchFile?
  /// The reads of controls and tracked clones after attribution.
  let attributed: AttributedReads
  /// Reads that errors of other clonotypes are expected to make look like each tracked clone.
  let expectedErrorReads: [Double]
  /// Every stage's counts.
  package let stages: [StageCounts]
  /// DNA in each replicate, ng; `nil` if not known.
  let dnaNanograms: [Double?]
  /// The amplifiable share of the DNA after another assay; `nil` if not measured.
  let measuredAmplifiability: Double?

  /// Counts a sample.
  ///
  /// - Parameters:
  ///   - input: The files and how to run.
  ///   - context: Germline, assay and thresholds.
  ///   - tracked: Tracked clones, counted after the controls.
  ///   - subclones: Tracked clones whose reads are laid on their bases.
  ///   - hooks: Progress and cancellation.
  /// - Throws: The first fault of a file, or `RUN-INTERRUPTED`.
  package init(
    _ input: SampleInput,
    _ context: AnalysisContext,
    tracked: [SignatureTarget],
    subclones: SubcloneTally = SubcloneTally(),
    _ hooks: RunHooks
  ) async throws(Diagnostic) {
    let controlTargets = try context.controlTargets()
    let plan = CountingPlan(
      context,
      controlTargets,
      tracked: tracked,
      subclones: subclones,
      replicateCount: input.replicates.count
    )
    let counts = try await SampleCounting(
      plan: plan,
      replicates: input.replicates,
      threads: input.threads,
      memory: input.memory,
      scratchFolder: input.scratchFolder,
      progress: hooks.progress,
      isCancelled: hooks.isCancelled
    ).run()
    try self.init(
      of: counts,
      countedBy: plan,
      controlTargets: controlTargets,
      input,
      context,
      hooks
    )
  }

  /// Puts the counts of all shards of a sample together.
  ///
  /// - Parameters:
  ///   - parts: The counts, each shard once.
  ///   - input: The sample.
  ///   - context: Germline, assay and thresholds.
  ///   - tracked: Tracked clones that were counted after the controls.
  ///   - subclones: Tracked clones whose reads were laid on their bases.
  ///   - hooks: Progress and cancellation.
  /// - Throws: `PART-FILE` if a part does not hold counts of the sample, or `RUN-INTERRUPTED`.
  package init(
    merging parts: [PartFile],
    _ input: SampleInput,
    _ context: AnalysisContext,
    tracked: [SignatureTarget],
    subclones: SubcloneTally = SubcloneTally(),
    _ hooks: RunHooks
  ) throws(Diagnostic) {
    let controlTargets = try context.controlTargets()
    let plan = CountingPlan(
      context,
      controlTargets,
      tracked: tracked,
      subclones: subclones,
      replicateCount: input.replicates.count
    )
    let empty = plan.emptyCounts
    var counts = empty
    let total = parts.reduce(0) { $0 + ($1.file.size ?? 0) }
    var done = 0
    for part in parts {
      if hooks.isCancelled() {
        throw Diagnostic(code: "RUN-INTERRUPTED", message: "stopped after \(done) bytes of counts")
      }
      try part.add(
        to: &counts,
        like: empty,
        input.memory,
        folder: input.scratchFolder
      )
      done += part.file.size ?? 0
      hooks.progress(
        RunProgress(
          stage: "merging",
          readPairs: counts.pairs.reduce(0, +),
          rawBytesRead: done,
          rawBytesTotal: total
        )
      )
    }
    counts.inputs = (parts.first?.origin.inputs ?? []) + parts.map(\.file)
    try self.init(
      of: counts,
      countedBy: plan,
      controlTargets: controlTargets,
      input,
      context,
      hooks
    )
  }

  /// Folds errors and attributes reads: everything that needs all counts of a sample together.
  ///
  /// - Parameters:
  ///   - whole: The counts of all its reads; their table goes as soon as errors are folded.
  ///   - plan: What they were counted with.
  ///   - controlTargets: The controls, which come first among the plan's targets.
  ///   - input: The sample.
  ///   - context: Germline, assay and thresholds.
  ///   - hooks: Cancellation.
  /// - Throws: `RUN-INTERRUPTED`, or `FILE-WRITE` or `FILE-READ` if temporary files fail.
  init(
    of whole: consuming SampleCounts,
    countedBy plan: CountingPlan,
    controlTargets: [ControlTarget],
    _ input: SampleInput,
    _ context: AnalysisContext,
    _ hooks: RunHooks
  ) throws(Diagnostic) {
    var counts = whole
    var folding = RepertoireFolding(context, input, hooks)
    try folding.fold(&counts)
    let collapse = folding.stage
    (clonotypes, scratch) = try folding.list()
    (self.counts, self.controlTargets, self.context) = (counts, controlTargets, context)
    dnaNanograms = input.replicates.map { $0.dnaNanograms ?? input.dnaNanograms }
    measuredAmplifiability = input.measuredAmplifiability
    let attribution = ReadAttribution(
      plan.matcher,
      exactReads: counts.exactReads,
      clonotypes: clonotypes,
      collapse: context.profile.merge,
      errorRate: context.profile.quantification.detection.errorRate(
        countsMolecules: context.assay.identifiers != nil
      )
    )
    attributed = counts.attributed(attribution, context.assay.identifiers)
    expectedErrorReads = (controlTargets.count..<plan.isControl.count).map(
      attribution.expectedErrorReads
    )
    stages =
      counts.stages.all + [collapse, attributed.stage(of: counts.stages.read.output)]
      + [attributed.molecules?.stage].compactMap(\.self)
  }

  /// The read files with size and sha256; parts of a merged sample behind them.
  package var inputs: [FileIdentity] { counts.inputs }

  /// Throws the fault of temporary files that could not be read back, if there was one; call it when
  /// all clonotypes were gone through, before results appear.
  ///
  /// - Throws: `FILE-READ`.
  package func checkTemporaryFiles() throws(Diagnostic) { try scratch?.check() }

  /// All pairs (or single reads) of the sample.
  package var totalReads: Int { counts.stages.read.output }

  /// Reads of one of the clones behind the controls, over all replicates.
  package func reads(ofTracked position: Int) -> Int {
    attributed.reads.reduce(0) { $0 + $1[controlTargets.count + position] }
  }

  /// The counts of each replicate as quantification wants them, for the clones behind the controls.
  func observations(cloneCount: Int) -> [ReplicateObservation] {
    counts.exact.indices.map { replicate in
      let reads = targetCounts(attributed.reads[replicate], cloneCount)
      return ReplicateObservation(
        index: replicate + 1,
        dnaNanograms: dnaNanograms[replicate],
        cloneReads: reads.clones,
        controlReads: reads.controls,
        competitorReads: reads.competitors,
        molecules: attributed.molecules.map { targetCounts($0.counts[replicate], cloneCount) }
      )
    }
  }

  /// Counts of the matcher's targets, sorted by what they are.
  private func targetCounts(_ counts: [Int], _ cloneCount: Int) -> TargetCounts {
    func controls(competitor: Bool) -> [Int] {
      context.assay.controls.indices.map { control in
        let target = controlTargets.firstIndex {
          $0.control == control && $0.isCompetitor == competitor
        }
        return target.map { counts[$0] } ?? 0
      }
    }
    return TargetCounts(
      clones: (0..<cloneCount).map { counts[controlTargets.count + $0] },
      controls: controls(competitor: false),
      competitors: controls(competitor: true)
    )
  }

  /// The sample's level and scale for some tracked clones.
  ///
  /// - Parameters:
  ///   - clones: The clones, which were counted first of all behind the controls.
  ///   - background: Reads of each clone that other samples are expected to have given; empty is
  ///     none. Those that errors of near clonotypes give are added.
  /// - Returns: The level, the controls, and what could have been seen.
  package func quantify(
    _ clones: [TrackedCloneInfo],
    background: [Double] = []
  ) -> SampleQuantification {
    SampleQuantification(
      of: observations(cloneCount: clones.count),
      clones: clones,
      controls: context.assay.controls.map(\.definition),
      efficiencies: context.assay.efficiencies,
      otherBackground: clones.indices.map {
        BackgroundReads(
          blank: context.assay.blankReadsPerMillion * Double(totalReads) / 1e6,
          hop: background.isEmpty ? 0 : background[$0],
          error: expectedErrorReads[$0]
        )
      },
      measuredAmplifiability: measuredAmplifiability,
      parameters: context.profile.quantification
    )
  }
}

extension SampleAnalysis {
  /// What the sample is judged by.
  ///
  /// - Parameters:
  ///   - input: The sample.
  ///   - metadata: What the sample sheet says about it, by column; empty without a sheet.
  ///   - clones: The clones it was counted for.
  ///   - run: What the other samples of its run say about it.
  /// - Returns: The facts.
  package func facts(
    _ input: SampleInput,
    metadata: [String: String],
    clones: [TrackedCloneInfo] = [],
    in run: RunInfluence = .none
  ) -> SampleFacts {
    SampleFacts(
      stages: stages,
      replicateReads: counts.pairs,
      ambiguousReads: attributed.ambiguous,
      isPaired: input.replicates.contains { $0.lanes.contains { $0.second != nil } },
      clonotypes: clonotypes,
      subclones: counts.subclones,
      quantification: quantify(clones, background: run.background),
      annotator: context.annotator,
      metadata: metadata,
      method: context.method,
      run: run,
      limits: context.profile.judging
    )
  }
}
