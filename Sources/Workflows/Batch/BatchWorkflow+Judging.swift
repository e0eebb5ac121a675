import Assays
import Counting
import Crypto
import Diagnostics
import Files
import Monitoring
import Records
import ResultStore
import Tracking

extension BatchWorkflow {
  /// A judged sample as the run sees it.
  struct Judged: Sendable {
    /// The sample in the record of the run.
    var record: BatchRecord.Sample
    /// The bytes of `baseline.json`; `nil` for any other sample.
    var baseline: [UInt8]?
    /// What a later visit may look at; `nil` if the sample is none of a patient's visits.
    var visit: EarlierResult?
  }

  /// Looks at the run as a whole: findings and background of every sample.
  func lookAcross(_ state: inout BatchState) {
    let evidence = RunEvidence(
      plan,
      state.targets,
      state.counted.compactMapValues(\.census)
    )
    let hopping = RunHopping(evidence)
    let findings = RunRules.findings(for: evidence, hopping: hopping)
    state.hopping = hopping
    for sample in plan.sheet.samples {
      let place = evidence.samples.firstIndex { $0.sample == sample.name }
      state.influences[sample.name] = RunInfluence(
        background: place.map { place in
          evidence.targets.indices.map { hopping.expectedReads(ofTarget: $0, inSample: place) }
        } ?? [],
        findings: SampleRules.findings(for: sample.specimen) + (findings[sample.name] ?? [])
      )
    }
    state.influences[BatchState.wholeRun] = RunInfluence(
      background: [],
      findings: findings[BatchState.wholeRun] ?? []
    )
  }

  /// Judges a sample and writes its folder, unless the one that is there says the same already.
  func judge(
    _ sample: SampleSheet.Sample,
    _ state: BatchState,
    _ store: CheckpointStore,
    _ folder: BatchFolder
  ) async -> Result<Judged, Diagnostic> {
    if let fault = state.faults[sample.name] { return .failure(fault) }
    let influence = state.influences[sample.name] ?? .none
    guard let counted = state.counted[sample.name] else {
      return .success(Judged(record: unread(sample, influence.findings)))
    }
    return await Result { () async throws(Diagnostic) in
      let baseline =
        sample.role.isBaseline ? nil : try self.baseline(of: sample) { state.baselines[$0.name] }
      let own = self.own(influence, baseline, state)
      let earlier = visits(before: sample, state)
      let facts = JudgingFacts(
        sample: sample,
        baseline: baseline,
        influence: own,
        earlier: earlier
      )
      let judgement = facts.digest(counted)
      let place = folder.place(of: sample.name, judgement: judgement)
      let request = plan.request(for: sample, folder: place.path)
      if !place.isFinished {
        guard let analysis = analysis(sample, counted, store) else {
          throw Diagnostic(
            code: "FILE-WRITE",
            message: "the counts of \(sample.name) were changed while the run went on",
            location: .init(path: store.folder)
          )
        }
        try await write(facts, request, analysis, judgement: judgement)
      }
      return try judged(sample, counted, at: place.path, own.findings)
    }
  }

  /// What the run says about a sample's own clones, in tracking order.
  private func own(
    _ influence: RunInfluence,
    _ baseline: BaselineSet?,
    _ state: BatchState
  ) -> RunInfluence {
    guard let baseline, !influence.background.isEmpty else {
      return RunInfluence(background: [], findings: influence.findings)
    }
    let tracked = baseline.tracked
    let background = tracked.clones.map { clone in
      state.targets.clones.firstIndex {
        $0.target.owner == .subject(tracked.subject) && $0.signature.key == clone.target.key
      }.map { influence.background[$0] } ?? 0
    }
    return RunInfluence(background: background, findings: influence.findings)
  }

  private func write(
    _ facts: JudgingFacts,
    _ request: SampleRequest,
    _ analysis: SampleAnalysis,
    judgement: String
  ) async throws(Diagnostic) {
    let (sample, influence, earlier) = (facts.sample, facts.influence, facts.earlier)
    guard let baseline = facts.baseline else {
      let workflow = BaselineWorkflow(request, subject: sample.subject)
      var files = try workflow.resultFiles()
      files.judgement = judgement
      let counted = CountedBaseline(analysis: analysis)
      _ = try await workflow.write(counted, workflow.judge(counted, in: influence), to: files)
      return
    }
    guard !baseline.tracked.clones.isEmpty || sample.role == .followup else {
      var files = try ResultFiles(
        folder: request.output,
        names: [ResultFiles.tableName],
        force: request.force
      )
      files.judgement = judgement
      let listed = try await ClonotypeTableFile(
        context: plan.context,
        threads: request.threads
      ).append(analysis.clonotypes, names: [:], to: &files)
      try analysis.checkTemporaryFiles()
      try files.finish(
        request.description(plan.context),
        inputs: analysis.inputs,
        stages: analysis.stages + [listed]
      )
      return
    }
    let workflow = FollowupWorkflow(request, baselinePaths: [], visit: sample.visit)
    var files = try workflow.resultFiles()
    files.judgement = judgement
    let counted = CountedFollowup(analysis: analysis, baseline: baseline)
    let judged = workflow.judge(counted, in: influence, after: earlier)
    _ = try await workflow.write(judged, earlier.map(\.file), to: files)
  }

  /// Reads the record that a sample's folder holds.
  private func judged(
    _ sample: SampleSheet.Sample,
    _ counted: CountedSample,
    at path: String,
    _ findings: [Diagnostic]
  ) throws(Diagnostic) -> Judged {
    let folder = FileSystemEntry(path: path)
    var result = unread(sample, findings)
    result.folder = sample.name
    result.readsPerTemplate = counted.census?.readsPerTemplate
    result.cellEquivalents = counted.census?.cells
    result.controls = (counted.census?.controls ?? []).map { ControlRecord($0, findings: []) }
    if sample.role.isBaseline {
      let file = folder.appending(BaselineRecord.fileName).path
      let bytes = try InputFile.bytes(of: file)
      result.take(try BaselineRecord.read(from: bytes, path: file))
      return Judged(record: result, baseline: bytes)
    }
    let file = folder.appending(FollowupRecord.fileName).path
    guard FileSystemEntry(path: file).kind == .file else { return Judged(record: result) }
    let bytes = try InputFile.bytes(of: file)
    let record = try FollowupRecord.read(from: bytes, path: file)
    result.take(record)
    let final = FileSystemEntry(path: plan.request.output).appending(sample.name)
      .appending(FollowupRecord.fileName).path
    return Judged(
      record: result,
      visit: EarlierResult.isDatedVisit(record)
        ? EarlierResult(record, file: FileContent(path: final, bytes: bytes).identity) : nil
    )
  }
}
