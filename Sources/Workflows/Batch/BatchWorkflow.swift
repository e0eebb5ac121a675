package import Diagnostics
import Assays
package import Counting
import Files
import Monitoring
import Records
import Reports
import ResultStore

/// `clonetrack batch`: judges all samples of a run, each with what the others say about it.
///
/// Baselines are counted first; then every other sample is counted for the index clonotypes of all
/// subjects; then the run is looked at as a whole, each sample is judged and its folder written.
/// At most `jobs` samples are in memory at once: counts are kept on disk between the steps.
package struct BatchWorkflow: Sendable {
  /// The run.
  let plan: BatchPlan

  /// Creates a workflow.
  package init(_ plan: BatchPlan) { self.plan = plan }

  /// Runs every step.
  ///
  /// - Parameter hooks: Progress and cancellation.
  /// - Returns: A table of the samples, their findings, and the faults of those that could not be
  ///   read.
  /// - Throws: A fault that concerns all samples; counts stay for `--resume`, results do not change
  ///   then.
  package func run(_ hooks: RunHooks) async throws(Diagnostic) -> BatchOutcome {
    let folder = try BatchFolder(plan.folderRequest)
    let store = CheckpointStore(
      folder: folder.workPath,
      reads: plan.request.resumes
    )
    let progress = BatchProgress(total: totalBytes, hooks)
    var state = BatchState()
    try await countBaselines(store, progress, &state)
    try await countOthers(store, progress, &state)
    lookAcross(&state)
    var samples: [String: BatchRecord.Sample] = [:]
    for chosen in rounds {
      let current = state
      let judged = await runJobs(chosen, limit: plan.jobs) { sample in
        (sample, await judge(sample, current, store, folder))
      }
      for (sample, result) in judged {
        switch result {
        case .success(let value):
          samples[sample.name] = value.record
          state.baselines[sample.name] = value.baseline
          state.visits[sample.name] = value.visit
        case .failure(let fault):
          try state.take(fault, of: sample.name)
          samples[sample.name] = failed(sample, state)
        }
      }
    }
    if hooks.isCancelled() {
      try state.take(
        Diagnostic(code: "RUN-INTERRUPTED", message: "stopped before the results were placed"),
        of: ""
      )
    }
    let record = record(plan.sheet.samples.compactMap { samples[$0.name] }, state)
    try folder.commit(
      record,
      files: [
        (BatchRecord.fileName, try record.json()),
        (BatchFolder.tableName, BatchTable.bytes(of: record)),
        (BatchFolder.multiQCName, try BatchMultiQC.bytes(of: record)),
      ],
      inputs: try inputs(state, store)
    )
    withExtendedLifetime(folder.lock) {
      store.keep(only: Set(state.counted.values.map(\.countingKey)))
    }
    return BatchOutcome(
      record,
      faults: plan.sheet.samples.compactMap { state.faults[$0.name] },
      warnings: [folder.lock.warning].compactMap(\.self)
    )
  }

  /// Bytes of all read files; `nil` if one cannot be seen.
  private var totalBytes: Int? {
    var total = 0
    for lane in plan.sheet.samples.flatMap({ $0.replicates.flatMap(\.lanes) }) {
      for path in [lane.first, lane.second].compactMap(\.self) {
        guard let size = FileSystemEntry(path: path).size else { return nil }
        total += size
      }
    }
    return total
  }

  private func record(_ samples: [BatchRecord.Sample], _ state: BatchState) -> BatchRecord {
    BatchRecord(
      programVersion: ProgramVersion.program,
      germline: plan.context.germlineIdentity,
      profile: plan.context.profileIdentity,
      assay: plan.context.assayIdentity,
      sheet: .init(name: plan.sheet.name, sha256: plan.sheet.sha256),
      hopping: state.hopping.map { hopping in
        [(true, hopping.unique), (false, hopping.single)].map { isUnique, estimate in
          BatchRecord.HoppingRecord(
            uniqueDual: isUnique,
            rate: estimate.rate,
            rateCI: Interval(estimate.interval),
            source: estimate.source.rawValue,
            foreignReads: estimate.foreignReads,
            exposedReads: estimate.exposedReads
          )
        }
      } ?? [],
      findings: state.influences[BatchState.wholeRun]?.findings.map { FindingRecord($0) } ?? [],
      samples: samples
    )
  }

  /// The files read: sheet, assay, earlier baselines and results, reads.
  ///
  /// - Throws: `FILE-MISSING` or `FILE-READ` if one of them cannot be read any more.
  private func inputs(
    _ state: BatchState,
    _ store: CheckpointStore
  ) throws(Diagnostic) -> [FileIdentity] {
    var files: [FileIdentity] = []
    let named = [plan.request.sheetPath, plan.request.assayPath, plan.request.germlinePath]
    for path in named.compactMap(\.self) + plan.earlier.map(\.file.path) {
      let digest = try FileDigest(of: path)
      files.append(.init(path: path, size: digest.size, sha256: digest.sha256))
    }
    files += plan.history.inputs
    for sample in plan.sheet.samples {
      guard let counted = state.counted[sample.name] else { continue }
      files += counted.inputs
    }
    return files
  }
}
