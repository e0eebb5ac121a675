import Alignments
import ArgumentParser
import Clonotyping
import Counting
import Diagnostics
import FoundationEssentials
import Nucleotides
import Rearrangements
import Records
import SequenceIO
import Tracking
import Workflows

/// Looks for tracked clonotypes in every mate and does nothing else: the tracking pass.
struct TrackStage: ParsableCommand, Sendable {
  static let configuration = CommandConfiguration(
    commandName: "track",
    abstract: "Look for the clonotypes of a baseline in every mate of a library."
  )

  /// Pairs looked at by one thread at a time, as in counting.
  private static let batchSize = 4_096

  @OptionGroup var files: PairFiles
  @Option(help: "The record of 'clonetrack baseline'.") var baseline: String
  @Option(help: "How many threads to use.") var threads = 1

  func run() throws { try StageTask.wait { try await track() } }

  private func track() async throws {
    let matcher = SignatureMatcher(
      try Self.targets(of: baseline),
      tolerance: MatchTolerance()
    )
    let reader = try ConcurrentPairReader(
      firstMates: [files.first],
      secondMates: [files.second],
      limit: Self.batchSize,
      observers: (first: { _, _ in }, second: { _, _ in })
    )
    var (pairs, found) = (0, 0)
    try await withThrowingTaskGroup(of: (Int, Int).self) { group in
      for _ in 0..<threads { group.addTask { try await Self.matches(reader, matcher) } }
      for try await counts in group {
        pairs += counts.0
        found += counts.1
      }
    }
    try StageOutput.write("\(pairs) pairs, \(found) with one of \(matcher.targets.count) targets")
  }

  /// What the clonotypes of a baseline record are known by.
  ///
  /// - Throws: What reading the record throws.
  static func targets(of path: String) throws -> [SignatureTarget] {
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))
    let record = try BaselineRecord.read(from: bytes, path: path)
    return record.clonotypes.compactMap { clonotype in
      let ndn = clonotype.signatureNDN
      return NucleotideSequence(clonotype.signature).map {
        SignatureTarget(
          signature: Signature(bases: $0, ndn: ndn.start..<ndn.end),
          type: clonotype.rearrangementType
        )
      }
    }
  }

  /// Looks at batches until there are none.
  ///
  /// - Returns: Pairs, and those with one of the targets.
  private static func matches(
    _ reader: ConcurrentPairReader,
    _ matcher: SignatureMatcher
  ) async throws -> (Int, Int) {
    var (first, second) = (ReadBuffer(), ReadBuffer())
    var (pairs, found) = (0, 0)
    var memory = ReadPairBatch(first: RecordBatch(), second: nil, ordinal: 0)
    while let batch = try await reader.batch(at: reader.claim(), reusing: consume memory).batch {
      pairs += batch.count
      for index in 0..<batch.count {
        first.load(batch.first, index)
        var match = matcher.match(first.codes.span, first.qualities.span)
        if let mates = batch.second {
          second.load(mates, index)
          match = match.joined(matcher.match(second.codes.span, second.qualities.span))
        }
        if case .target = match { found += 1 }
      }
      memory = batch
    }
    return (pairs, found)
  }
}
