import Assays
import Clonotyping
import Counting
import Diagnostics
import Files
import Monitoring
import Records
import Tracking

extension BatchWorkflow {
  /// Counts the baselines, chooses their index clonotypes and collects those of all subjects.
  func countBaselines(
    _ store: CheckpointStore,
    _ progress: BatchProgress,
    _ state: inout BatchState
  ) async throws(Diagnostic) {
    let samples = plan.sheet.samples.filter { $0.role.isBaseline && !$0.replicates.isEmpty }
    try state.take(
      await runJobs(samples, limit: plan.jobs) { sample in
        (
          sample,
          await Result { () async throws(Diagnostic) in
            try await self.countBaseline(sample, store, progress)
          }
        )
      }
    )
    for subject in subjects {
      let files =
        plan.earlier.filter { $0.subject == subject }.map(\.file)
        + samples.filter { $0.subject == subject }.compactMap { provisional($0, state) }
      do throws(Diagnostic) {
        state.targets.add(try BaselineSet(files: files).tracked)
      } catch {
        // A damaged record is a fault of the samples that need it, and is reported there. Without
        // one every sample would go unsearched for these clones in silence.
        guard plan.sheet.samples.contains(where: { isFollowed($0, subject) }) else { throw error }
      }
    }
    let (targets, counted) = (state.targets, state.counted)
    let censuses = await runJobs(samples, limit: plan.jobs) { sample -> SampleCensus? in
      guard let kept = counted[sample.name],
        let analysis = analysis(sample, kept, store)
      else { return nil }
      return SampleCensus(analysis, targets: targets)
    }
    for (sample, census) in zip(samples.filter { counted[$0.name] != nil }, censuses) {
      state.counted[sample.name]?.census = census
    }
  }

  /// Counts all other samples for the clones of all subjects.
  func countOthers(
    _ store: CheckpointStore,
    _ progress: BatchProgress,
    _ state: inout BatchState
  ) async throws(Diagnostic) {
    let samples = plan.sheet.samples.filter { !$0.role.isBaseline && !$0.replicates.isEmpty }
    let current = state
    try state.take(
      await runJobs(samples, limit: plan.jobs) { sample in
        (
          sample,
          await Result { () async throws(Diagnostic) in
            try await self.countOther(sample, current, store, progress)
          }
        )
      }
    )
  }

  /// The counts of a sample as they were kept.
  func analysis(
    _ sample: SampleSheet.Sample,
    _ counted: CountedSample,
    _ store: CheckpointStore
  ) -> SampleAnalysis? {
    store.load(
      counted.countingKey,
      plan.request(for: sample, folder: "").input,
      plan.context,
      isTrusted: true
    )?.analysis
  }

  /// The baselines a sample is followed by, with the paths they will have.
  ///
  /// - Parameters:
  ///   - sample: The sample.
  ///   - bytes: The record of a baseline sample of this run; `nil` if it could not be read.
  /// - Returns: The clones; none for a control of no subject, nor for a subject of whom no baseline
  ///   was kept.
  /// - Throws: `RECORD-SYNTAX`, or `FILE-MISSING` if none of the subject's baselines could be read.
  func baseline(
    of sample: SampleSheet.Sample,
    _ bytes: (SampleSheet.Sample) -> [UInt8]?
  ) throws(Diagnostic) -> BaselineSet {
    let own = plan.sheet.baselines(of: sample).filter { !$0.replicates.isEmpty }
    let files =
      plan.earlier.filter { $0.subject == sample.subject }.map(\.file)
      + own.compactMap { other in
        bytes(other).map { .init(path: recordPath(of: other), bytes: $0) }
      }
    if files.isEmpty, !own.isEmpty, sample.role == .followup {
      let names = own.map(\.name).joined(separator: ", ")
      throw Diagnostic(
        code: "FILE-MISSING",
        message: "the baseline \(names) of subject \(sample.subject) could not be read"
      )
    }
    return try BaselineSet(files: files, subject: sample.subject)
  }

  /// Where the record of a baseline sample will be.
  private func recordPath(of sample: SampleSheet.Sample) -> String {
    FileSystemEntry(path: plan.request.output).appending(sample.name)
      .appending(BaselineRecord.fileName).path
  }

  /// Whether a sample is counted for the clones of a subject as its own.
  private func isFollowed(_ sample: SampleSheet.Sample, _ subject: String) -> Bool {
    sample.subject == subject && !sample.role.isBaseline && !sample.replicates.isEmpty
  }

  private func provisional(
    _ sample: SampleSheet.Sample,
    _ state: BatchState
  ) -> FileContent? {
    state.counted[sample.name]?.provisional.map { .init(path: recordPath(of: sample), bytes: $0) }
  }

  /// The subjects whose clones are looked for, those of the sheet first.
  private var subjects: [String] {
    var seen: Set<String> = []
    return
      (plan.sheet.samples.filter(\.role.isBaseline).map(\.subject)
      + plan.earlier.map(\.subject)).filter { seen.insert($0).inserted }
  }

  private func countBaseline(
    _ sample: SampleSheet.Sample,
    _ store: CheckpointStore,
    _ progress: BatchProgress
  ) async throws(Diagnostic) -> CountedSample {
    let request = plan.request(for: sample, folder: "")
    let workflow = BaselineWorkflow(request, subject: sample.subject)
    let countingKey = store.countingKey(request.input, plan.context, tracked: [])
    let (analysis, sha256) = try await counts(countingKey, request, store) {
      () async throws(Diagnostic) in
      try await workflow.count(plan.context, progress.hooks(for: sample.name)).analysis
    }
    let record = workflow.record(
      workflow.judge(CountedBaseline(analysis: analysis)),
      plan.context,
      names: [:],
      stages: analysis.stages
    )
    return CountedSample(
      countingKey: countingKey,
      sha256: sha256,
      inputs: analysis.inputs,
      provisional: try record.json()
    )
  }

  private func countOther(
    _ sample: SampleSheet.Sample,
    _ state: BatchState,
    _ store: CheckpointStore,
    _ progress: BatchProgress
  ) async throws(Diagnostic) -> CountedSample {
    let request = plan.request(for: sample, folder: "")
    let baseline = try baseline(of: sample) { state.counted[$0.name]?.provisional }
    let foreign = state.targets.foreign(to: baseline.tracked)
    let countingKey = store.countingKey(
      request.input,
      plan.context,
      tracked: baseline.tracked.clones.map(\.target) + foreign,
      subclones: baseline.tracked.subcloneTally
    )
    let (analysis, sha256) = try await counts(countingKey, request, store) {
      () async throws(Diagnostic) in
      try await FollowupWorkflow(request, baselinePaths: [], visit: sample.visit).count(
        plan.context,
        baseline,
        foreign: foreign,
        progress.hooks(for: sample.name)
      ).analysis
    }
    let counted = CountedFollowup(analysis: analysis, baseline: baseline)
    return CountedSample(
      countingKey: countingKey,
      sha256: sha256,
      inputs: analysis.inputs,
      census: SampleCensus(counted, foreign: foreign),
      foreign: foreign
    )
  }

  /// The counts that are kept, or counts anew and keeps them.
  private func counts(
    _ countingKey: String,
    _ request: SampleRequest,
    _ store: CheckpointStore,
    _ count: () async throws(Diagnostic) -> SampleAnalysis
  ) async throws(Diagnostic) -> (analysis: SampleAnalysis, sha256: String) {
    if store.reads,
      let kept = store.load(countingKey, request.input, plan.context, isTrusted: false)
    {
      return kept
    }
    let analysis = try await count()
    return (analysis, try store.save(analysis, countingKey: countingKey))
  }
}
