package import Diagnostics
package import Counting

/// `clonetrack merge`: puts the counts of all shards of a sample together and judges the sample.
///
/// The results are those of one run over all reads, byte for byte; `run.json` names the parts.
package struct MergeWorkflow: Sendable {
  private let plan: MergePlan

  /// Creates a workflow.
  package init(_ plan: MergePlan) { self.plan = plan }

  /// Merges, judges and writes the result folder.
  ///
  /// - Parameter hooks: Progress and cancellation.
  /// - Returns: The result in words, with the findings.
  /// - Throws: The first fault; nothing is left in the folder then.
  package func run(_ hooks: RunHooks) async throws(Diagnostic) -> SampleOutcome {
    switch plan.judgement {
    case .baseline(var workflow):
      workflow.request.take(plan.parts[0].origin)
      return try await workflow.run(merging: plan.parts, hooks)
    case .followup(var workflow):
      workflow.request.take(plan.parts[0].origin)
      return try await workflow.run(merging: plan.parts, hooks)
    }
  }
}

extension SampleRequest {
  /// Takes over the sample and the read files that a part names.
  fileprivate mutating func take(_ origin: CountsPart.Origin) {
    (sample, replicates) = (origin.sample, origin.replicates)
  }
}
