import Clonotyping
import Crypto
import Diagnostics
import Reports
import SequenceIO

/// What the reads of a sample amount to.
struct SampleCounts: Sendable {
  /// Distinct rearrangements, controls' own reads left out.
  var table: ClonotypeTable
  /// Reads without a difference, by replicate and target.
  var exact: [[Int]]
  /// Reads with differences, by replicate, target and differences.
  var differing: [[[ReadDifferences: Int]]]
  /// The bases of reads with a tracked junction.
  var subclones: SubcloneTally
  /// Reads by molecule, by replicate and target; without identifiers no targets.
  var families: [[MoleculeFamilies]]
  /// Pairs by replicate.
  var pairs: [Int]
  /// Reads that several targets explain about equally well.
  var ambiguous = 0
  /// Pairs read, joined, set aside as controls, annotated.
  var stages: [StageCounts]
  /// The read files with size and sha256.
  var inputs: [RunRecord.FileRecord]

  /// Reads of each target without a difference, replicates together.
  var exactReads: [Int] {
    (exact.first ?? []).indices.map { target in exact.reduce(0) { $0 + $1[target] } }
  }

  /// The reads of every target when each read has gone to its likeliest origin.
  ///
  /// - Parameters:
  ///   - attribution: Decides about reads with differences.
  ///   - identifiers: Where reads carry a molecular identifier; `nil` if they do not.
  /// - Returns: The reads by replicate and target, and the molecules behind them.
  func attributed(
    _ attribution: ReadAttribution,
    _ identifiers: UMIPattern?
  ) -> AttributedReads {
    var result = AttributedReads(reads: exact, ambiguous: ambiguous, ofNeighbours: 0)
    if let identifiers {
      result.molecules = AttributedMolecules(families, identifiers, attribution)
    }
    for replicate in differing.indices {
      for target in differing[replicate].indices {
        for (differences, count) in differing[replicate][target] {
          switch attribution.owner(differences, of: target) {
          case .target: result.reads[replicate][target] += count
          case .neighbour: result.ofNeighbours += count
          case .ambiguous: result.ambiguous += count
          }
        }
      }
    }
    return result
  }
}

/// The reads of every target after the other explanations of each were looked at.
struct AttributedReads: Hashable, Sendable {
  /// Reads by replicate and target.
  var reads: [[Int]]
  /// Reads that were given to nobody: about as likely of two origins.
  var ambiguous: Int
  /// Reads within the tolerance of a target that another clonotype of the sample explains better.
  var ofNeighbours: Int
  /// The molecules behind the reads; `nil` without identifiers.
  var molecules: AttributedMolecules?

  /// The reads as a stage: out go those that were given to a control or a tracked clone.
  func stage(of pairs: Int) -> StageCounts {
    var stage = StageCounts("match")
    stage.pass(reads.joined().reduce(0, +))
    stage.reject("ambiguous", ambiguous)
    stage.reject("other_clonotype", ofNeighbours)
    stage.reject("no_signature", pairs - stage.input)
    return stage
  }
}

/// Takes the files of a sample in and counts what is in them.
struct SampleCounting {
  var plan: CountingPlan
  var replicates: [ReplicateInput]
  var threads: Int
  /// The blocks of pairs to count.
  var shard = Shard.whole
  var progress: @Sendable (RunProgress) -> Void
  var isCancelled: @Sendable () -> Bool

  /// Pairs counted at once by one thread: enough that copies of a template meet in one batch, and
  /// about 12 MB of reads.
  private static let batchSize = 16_384

  /// Reads every replicate once.
  ///
  /// - Throws: The first fault of a file, or `RUN-INTERRUPTED`.
  func run() async throws(Diagnostic) -> SampleCounts {
    var result = plan.noCounts
    let hashes = FileHashes()
    var readers: [ReadPairReader] = []
    for replicate in replicates {
      let second = replicate.lanes.compactMap(\.second)
      readers.append(
        try ReadPairReader(
          firstMates: replicate.lanes.map(\.first),
          secondMates: second.isEmpty ? nil : second,
          observer: { hashes.update($0, $1) }
        )
      )
    }
    let sizes = readers.map(\.rawSize)
    let total = sizes.contains(nil) ? nil : sizes.compactMap(\.self).reduce(0, +)
    var current = 0
    var pairs = 0
    let (plan, shard) = (plan, shard)
    try await runStage(
      width: threads,
      next: { () throws(Diagnostic) -> Work? in
        while current < readers.count {
          if isCancelled() {
            throw Diagnostic(code: "RUN-INTERRUPTED", message: "stopped after \(pairs) read pairs")
          }
          if let batch = try readers[current].next(limit: Self.batchSize) {
            pairs += batch.count
            progress(
              RunProgress(
                stage: "counting",
                readPairs: pairs,
                rawBytesRead: readers.reduce(0) { $0 + $1.rawBytesRead },
                rawBytesTotal: total
              )
            )
            guard shard.holds(block: batch.ordinal, ofReplicate: current) else { continue }
            return Work(batch: batch, replicate: current)
          }
          current += 1
        }
        return nil
      },
      transform: { work throws(Diagnostic) in plan.count(work.batch, replicate: work.replicate) },
      consume: { (counts: BatchCounts) throws(Diagnostic) in result.add(counts) }
    )
    result.inputs = hashes.records
    return result
  }

  private struct Work: Sendable {
    var batch: ReadPairBatch
    var replicate: Int
  }
}

extension SampleCounts {
  fileprivate mutating func add(_ counts: BatchCounts) {
    table.merge(counts.table)
    subclones.merge(counts.subclones)
    pairs[counts.replicate] += counts.stages[0].input
    ambiguous += counts.ambiguous
    for target in counts.exact.indices {
      exact[counts.replicate][target] += counts.exact[target]
      differing[counts.replicate][target].merge(counts.differing[target], uniquingKeysWith: +)
    }
    for target in counts.families.indices {
      families[counts.replicate][target].merge(counts.families[target])
    }
    for index in stages.indices { stages[index].add(counts.stages[index]) }
  }
}

/// The sha256 of files as their bytes pass by.
final class FileHashes {
  private var order: [String] = []
  private var states: [String: (hash: SHA256, size: Int)] = [:]

  /// Adds the next bytes of a file.
  func update(_ path: String, _ bytes: Span<UInt8>) {
    var state = states.removeValue(forKey: path) ?? (SHA256(), 0)
    if state.size == 0 { order.append(path) }
    // SAFETY: the buffer lives for the call and SHA256 only reads it.
    unsafe bytes.withUnsafeBytes { unsafe state.hash.update(bufferPointer: $0) }
    state.size += bytes.count
    states[path] = state
  }

  /// The files in the order in which they were first read.
  var records: [RunRecord.FileRecord] {
    order.compactMap { path in
      states[path].map { state in
        RunRecord.FileRecord(
          path: path,
          size: state.size,
          sha256: state.hash.finalize().hexadecimal
        )
      }
    }
  }
}
