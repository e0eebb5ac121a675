package import Assays
package import Diagnostics
package import Files

/// What one machine counted of a sample, with everything the counts depend on.
///
/// The file of a part is written by `write(to:)` and ends with the sha256 of what stands before.
package struct CountsPart: Sendable {
  /// What the counts of a part depend on.
  ///
  /// The parts of one sample agree in all but the shard and the paths of the reads, which may lie
  /// elsewhere on every machine.
  package struct Origin: Hashable, Sendable {
    /// The version of the program.
    var program: String
    /// The sha256 of the germline set.
    var germline: String
    /// The sha256 of the threshold profile, as the assay sets it.
    package var profile: String
    /// The name of the assay.
    package var assay: String
    /// The sha256 of the assay's file; empty for none.
    var assayFile: String
    /// The sha256 of each baseline record whose clones were counted; none for a baseline sample.
    var baselines: [String]
    /// The sample.
    package var sample: String
    /// The read files, replicate by replicate.
    package var replicates: [ReplicateInput]
    /// Size and sha256 of the files with reads, in the order in which they were read.
    package var inputs: [FileIdentity]
    /// Which share of the reads was counted.
    var shard: Shard
  }

  /// What the counts depend on.
  package var origin: Origin
  /// The counts.
  package var counts: SampleCounts
}

extension CountsPart {
  /// Counts a share of a sample's reads.
  ///
  /// - Parameters:
  ///   - input: The sample.
  ///   - setting: What its reads are counted with.
  ///   - shard: The share of the reads.
  ///   - hooks: Progress and cancellation.
  /// - Throws: The first fault of a file, `RUN-INTERRUPTED`, or `FILE-WRITE` if temporary files do not
  ///   fit into their folder.
  package init(
    counting input: SampleInput,
    _ setting: CountSetting,
    shard: Shard,
    _ hooks: RunHooks
  ) async throws(Diagnostic) {
    counts = try await SampleCounting(
      plan: setting.plan(replicateCount: input.replicates.count),
      replicates: input.replicates,
      threads: input.threads,
      shard: shard,
      memory: input.memory,
      scratchFolder: input.scratchFolder,
      progress: hooks.progress,
      isCancelled: hooks.isCancelled
    ).run()
    origin = setting.origin(input, inputs: counts.inputs, shard: shard)
  }

  /// Read pairs of the share.
  package var pairs: Int { counts.stages.read.input }
}

extension CountsPart.Origin {
  /// Every read file with its place in the sample in words, its size and sha256; a file without a
  /// byte has none.
  var readFiles: [(place: String, file: FileIdentity)] {
    var known: [String: FileIdentity] = [:]
    for file in inputs { known[file.path] = file }
    var files: [(String, FileIdentity)] = []
    for (replicate, input) in replicates.enumerated() {
      for (lane, pair) in input.lanes.enumerated() {
        for (mate, path) in [pair.first, pair.second].compactMap(\.self).enumerated() {
          let place = "replicate \(replicate + 1), lane \(lane + 1), mate \(mate + 1)"
          files.append((place, known[path] ?? .init(path: path, size: 0, sha256: nil)))
        }
      }
    }
    return files
  }

  /// Mates and lanes of each replicate.
  var layout: [[Int]] {
    replicates.map { $0.lanes.map { $0.second == nil ? 1 : 2 } }
  }
}
