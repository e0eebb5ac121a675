import Reports

/// What one machine counted of a sample, with everything the counts depend on.
///
/// The file of a part is written by `write(to:)` and ends with the sha256 of what stands before.
struct CountsPart: Sendable {
  /// What the counts of a part depend on.
  ///
  /// The parts of one sample agree in all but the shard and the paths of the reads, which may lie
  /// elsewhere on every machine.
  struct Origin: Hashable, Sendable {
    /// The version of the program.
    var program: String
    /// The sha256 of the germline set.
    var germline: String
    /// The sha256 of the threshold profile, as the assay sets it.
    var profile: String
    /// The name of the assay.
    var assay: String
    /// The sha256 of the assay's file; empty for none.
    var assayFile: String
    /// The sha256 of each baseline record whose clones were counted; none for a baseline sample.
    var baselines: [String]
    /// The sample.
    var sample: String
    /// The read files, replicate by replicate.
    var replicates: [ReplicateInput]
    /// Size and sha256 of the files with reads, in the order in which they were read.
    var inputs: [RunRecord.FileRecord]
    /// Which share of the reads was counted.
    var shard: Shard
  }

  /// What the counts depend on.
  var origin: Origin
  /// The counts.
  var counts: SampleCounts
}

extension CountsPart.Origin {
  /// Every read file with its place in the sample in words, its size and sha256; a file without a
  /// byte has none.
  var readFiles: [(place: String, file: RunRecord.FileRecord)] {
    var known: [String: RunRecord.FileRecord] = [:]
    for file in inputs { known[file.path] = file }
    var files: [(String, RunRecord.FileRecord)] = []
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
