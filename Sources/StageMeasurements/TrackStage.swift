import Alignments
import ArgumentParser
import Clonotyping
import Diagnostics
import Dispatch
import FoundationEssentials
import Nucleotides
import Rearrangements
import Reports
import SequenceIO
import Synchronization
import Workflows

/// Looks for tracked clonotypes in every mate and does nothing else: the tracking pass.
struct TrackStage: ParsableCommand, Sendable {
  static let configuration = CommandConfiguration(
    commandName: "track",
    abstract: "Look for the clonotypes of a baseline in every mate of a library."
  )

  /// Pairs looked at by one thread at a time, as in counting.
  private static let batchSize = 16_384

  @OptionGroup var files: PairFiles
  @Option(help: "The record of 'clonetrack baseline'.") var baseline: String
  @Option(help: "How many threads to use.") var threads = 1

  /// What the task of the stage threw.
  private final class Fault: Sendable {
    let error = Mutex<(any Error)?>(nil)
  }

  /// Waits for the stage on the main thread: an asynchronous main function would end that thread,
  /// which valgrind does not survive.
  func run() throws {
    let (fault, done) = (Fault(), DispatchSemaphore(value: 0))
    Task {
      do {
        try await track()
      } catch {
        fault.error.withLock { $0 = error }
      }
      done.signal()
    }
    done.wait()
    if let error = fault.error.withLock({ $0 }) { throw error }
  }

  private func track() async throws {
    let matcher = SignatureMatcher(
      try Self.targets(of: baseline),
      tolerance: MatchTolerance()
    )
    let reader = try files.reader()
    var (pairs, found) = (0, 0)
    try await runStage(
      width: threads,
      next: { () throws(Diagnostic) in try reader.next(limit: Self.batchSize) },
      transform: { batch throws(Diagnostic) in (batch.count, Self.matches(batch, matcher)) },
      consume: { (counts: (Int, Int)) throws(Diagnostic) in
        pairs += counts.0
        found += counts.1
      }
    )
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

  private static func matches(_ batch: ReadPairBatch, _ matcher: SignatureMatcher) -> Int {
    var (first, second, found) = (ReadBuffer(), ReadBuffer(), 0)
    for index in 0..<batch.count {
      first.take(batch.first, index)
      var match = matcher.match(first.codes.span, first.qualities.span)
      if let mates = batch.second {
        second.take(mates, index)
        match = match.joined(matcher.match(second.codes.span, second.qualities.span))
      }
      if case .target = match { found += 1 }
    }
    return found
  }
}
