import Clonotyping
package import Counting
import Files
package import Diagnostics

/// `clonetrack count`: counts a share of a sample's reads and keeps the counts in one file.
package struct CountWorkflow: Sendable {
  /// The sample; its output is the file of the part.
  package var request: SampleRequest
  /// The paths of the baseline records of a follow-up; none for a baseline sample.
  package var baselinePaths: [String]
  /// The share of the reads.
  package var shard: Shard

  /// Creates a workflow.
  package init(_ request: SampleRequest, baselinePaths: [String], shard: Shard) {
    (self.request, self.baselinePaths, self.shard) = (request, baselinePaths, shard)
  }

  /// Counts and writes the part.
  ///
  /// - Parameter hooks: Progress and cancellation.
  /// - Returns: What was counted, in words.
  /// - Throws: The first fault; no file is left then.
  package func run(_ hooks: RunHooks) async throws(Diagnostic) -> String {
    let request = request.inFileOrder
    let setting = try CountSetting(request, baselinePaths)
    let file = try AtomicFile(path: request.output, force: request.force)
    var input = request.input
    input.scratchFolder =
      request.scratchFolder ?? FileSystemEntry(path: request.output).parent?.path ?? "."
    let part = try await CountsPart(counting: input, setting, shard: shard, hooks)
    let pairs = part.pairs
    let distinct = try part.write(to: file)
    return "\(request.sample): \(shard), \(pairs) read pairs counted, "
      + "\(distinct) distinct rearrangements\n  counts: \(request.output)\n"
  }
}
