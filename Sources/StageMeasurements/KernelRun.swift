import Alignments
import ArgumentParser
import Clonotyping
import Counting
import Germline
import Nucleotides
import Rearrangements
import SequenceIO
import Tracking
import Workflows

/// Runs one kernel on pairs held in memory, so that two runs of different counts show what one costs.
struct KernelRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kernel",
    abstract: "Run a kernel COUNT times over the first pairs of a library."
  )

  /// The kernels that can be run.
  enum Kernel: String, CaseIterable, ExpressibleByArgument {
    /// Decompress and parse a pair.
    case parse
    /// Overlap and consensus of a pair.
    case merge
    /// Tracked signatures in a merged read.
    case match
    /// V and J of a merged read and its junction.
    case locate
    /// The whole annotation of a merged read.
    case annotate
    /// A located read added to the table of clonotypes.
    case collect
  }

  /// Pairs held in memory: more than any cache of a kernel, little enough to load under a profiler.
  private static let held = 1_000

  @Argument var kernel: Kernel
  @Argument var count: Int
  @OptionGroup var files: PairFiles
  @Option(help: "The record of 'clonetrack baseline', whose clonotypes are tracked.")
  var baseline: String

  func run() throws {
    if kernel == .parse {
      let reader = try files.reader()
      var pairs = 0
      while pairs < count, let batch = try reader.next(limit: count - pairs) {
        pairs += batch.count
      }
      return try StageOutput.write("\(pairs) pairs")
    }
    guard let batch = try files.reader().next(limit: Self.held), let mates = batch.second else {
      return try StageOutput.write("no pairs")
    }
    var pairs: [(first: ReadBuffer, second: ReadBuffer)] = []
    for index in 0..<batch.count {
      var pair = (first: ReadBuffer(), second: ReadBuffer())
      pair.first.load(batch.first, index)
      pair.second.load(mates, index, reversed: true)
      pairs.append(pair)
    }
    let matcher = SignatureMatcher(
      try TrackStage.targets(of: baseline),
      tolerance: MatchTolerance()
    )
    let annotator = Annotator(try GermlineSet.embedded())
    try StageOutput.write("\(done(pairs, matcher, annotator)) of \(count)")
  }

  /// Runs the kernel; the number of times it found something.
  private func done(
    _ pairs: [(first: ReadBuffer, second: ReadBuffer)],
    _ matcher: SignatureMatcher,
    _ annotator: Annotator
  ) -> Int {
    var merger = PairMerger()
    var merged = ReadBuffer()
    if kernel == .merge {
      return (0..<count).count { number in
        let pair = pairs[number % pairs.count]
        return merger.merge(pair.first, pair.second, into: &merged) != nil
      }
    }
    let reads = pairs.compactMap { pair in
      merger.merge(pair.first, pair.second, into: &merged) == nil ? nil : merged
    }
    guard !reads.isEmpty else { return 0 }
    if kernel == .match {
      return (0..<count).count { number in
        let read = reads[number % reads.count]
        return matcher.match(read.codes.span, read.qualities.span) != .none
      }
    }
    return annotated(reads, annotator)
  }

  private func annotated(_ reads: [ReadBuffer], _ annotator: Annotator) -> Int {
    var scratch = AnnotationScratch()
    var table = ClonotypeTable(replicateCount: 1)
    var located: [(read: ReadBuffer, found: LocatedRearrangement)] = []
    if kernel == .collect {
      for read in reads {
        let whole = 0..<read.count
        if let found = try? annotator.locate(read.codes.span, primerFree: whole, &scratch),
          !found.revComp
        {
          located.append((read, found))
        }
      }
      guard !located.isEmpty else { return 0 }
    }
    return (0..<count).count { number in
      let read = reads[number % reads.count]
      let whole = 0..<read.count
      switch kernel {
      case .locate:
        return (try? annotator.locate(read.codes.span, primerFree: whole, &scratch)) != nil
      case .annotate:
        return (try? annotator.annotate(read.codes.span, primerFree: whole, &scratch)) != nil
      case .collect:
        let (read, found) = located[number % located.count]
        table.add(
          found,
          codes: read.codes,
          qualities: read.qualities,
          primerFree: 0..<read.count,
          fiveGenes: [],
          threeGenes: [],
          replicate: 0
        )
        return true
      case .parse, .merge, .match: return false
      }
    }
  }
}
