import Alignments
import Clonotyping
import Nucleotides
import Rearrangements
import SequenceIO

/// What every read of a sample is held against; shared by all threads.
struct CountingPlan: Sendable {
  /// Finds rearrangements.
  var annotator: Annotator
  /// Finds the assay's primers.
  var primers: PrimerSet
  /// Finds controls and tracked clones.
  var matcher: SignatureMatcher
  /// Whether each of the matcher's targets is a control, whose reads are no repertoire.
  var isControl: [Bool]
  /// Where reads carry a molecular identifier; `nil` if they do not.
  var identifiers: UMIPattern?
  /// How many replicates the sample has.
  var replicateCount: Int
  /// An empty tally of the clones whose reads are laid on their bases.
  var subclones = SubcloneTally()

  /// Counts one batch of one replicate.
  func count(_ batch: ReadPairBatch, replicate: Int) -> BatchCounts {
    var counter = BatchCounter(plan: self, replicate: replicate)
    for index in 0..<batch.count { counter.count(batch, index) }
    return counter.finished()
  }
}

/// The counts of one batch; sums of them are the counts of the sample.
struct BatchCounts: Sendable {
  /// The replicate, from 0.
  var replicate: Int
  /// Distinct rearrangements.
  var table: ClonotypeTable
  /// The bases of reads with a tracked junction.
  var subclones: SubcloneTally
  /// Reads of each target without a difference.
  var exact: [Int]
  /// Reads of each target by their differences.
  var differing: [[ReadDifferences: Int]]
  /// Reads of each target by molecule; empty without identifiers.
  var families: [MoleculeFamilies]
  /// Reads that several targets explain about equally well.
  var ambiguous = 0
  /// Pairs read, joined, set aside as controls, annotated.
  var stages: [StageCounts]
}

/// Working state of one thread on one batch.
private struct BatchCounter: ~Copyable {
  let plan: CountingPlan
  private var counts: BatchCounts
  private var merger = PairMerger()
  private var scratch = AnnotationScratch()
  private var first = ReadBuffer()
  private var second = ReadBuffer()
  private var merged = ReadBuffer()
  private var merging = StageCounts("merge")
  private var controls = StageCounts("controls")
  private var annotating = StageCounts("annotate")
  /// Reads of this batch that were located before: copies of one template are mostly equal.
  private var known: [ReadKey: Found] = [:]
  private var reading = StageCounts("read")
  /// The molecular identifier of the pair that is being counted.
  private var identifier: UInt64?

  init(plan: CountingPlan, replicate: Int) {
    self.plan = plan
    let targets = plan.isControl.count
    counts = BatchCounts(
      replicate: replicate,
      table: ClonotypeTable(replicateCount: plan.replicateCount),
      subclones: plan.subclones,
      exact: [Int](repeating: 0, count: targets),
      differing: [[ReadDifferences: Int]](repeating: [:], count: targets),
      families: plan.identifiers == nil ? [] : .init(repeating: .init(), count: targets),
      stages: []
    )
  }

  mutating func count(_ batch: ReadPairBatch, _ index: Int) {
    first.load(batch.first, index)
    if let mates = batch.second { second.load(mates, index) }
    guard takeIdentifier(isPaired: batch.second != nil) else { return }
    guard batch.second != nil else {
      merging.pass()
      count(single: first, atEnd: true)
      return
    }
    second.reverseComplement()
    if merger.merge(first, second, into: &merged) != nil {
      merging.pass()
      count(single: merged, atEnd: true)
    } else {
      merging.reject("kept_as_two_ends")
      second.reverseComplement()
      countEnds()
    }
  }

  func finished() -> BatchCounts {
    var result = counts
    result.stages = [reading, merging, controls, annotating]
    return result
  }

  /// Cuts the identifier off the mate that has it; `false` if it cannot be read.
  private mutating func takeIdentifier(isPaired: Bool) -> Bool {
    guard let pattern = plan.identifiers else {
      reading.pass()
      return true
    }
    let isSecond = pattern.read == 2 && isPaired
    if isSecond {
      identifier = pattern.identifier(second.codes.span)
    } else {
      identifier = pattern.identifier(first.codes.span)
    }
    guard identifier != nil else {
      reading.reject("no_molecular_identifier")
      return false
    }
    if isSecond { second.drop(pattern.length) } else { first.drop(pattern.length) }
    reading.pass()
    return true
  }

  /// Counts a merged pair or a single read.
  private mutating func count(single read: ReadBuffer, atEnd: Bool) {
    let match = plan.matcher.match(read.codes.span, read.qualities.span)
    guard !setAside(match) else { return }
    do throws(RejectionReason) {
      let found = try locate(read, atEnd: atEnd)
      annotating.pass()
      add(read, found)
    } catch {
      annotating.reject(error.rawValue)
    }
  }

  /// Counts a pair whose mates do not overlap, once, by the mate that shows the rearrangement.
  private mutating func countEnds() {
    let match = plan.matcher.match(first.codes.span, first.qualities.span)
      .joined(plan.matcher.match(second.codes.span, second.qualities.span))
    guard !setAside(match) else { return }
    var best: (isFirst: Bool, found: Found)?
    var reason = RejectionReason.noFivePrimeElement
    for isFirst in [true, false] {
      do throws(RejectionReason) {
        let found = try locate(isFirst ? first : second, atEnd: false)
        if found.score > best?.found.score ?? 0 { best = (isFirst, found) }
      } catch {
        if error != .noFivePrimeElement { reason = error }
      }
    }
    guard let best else {
      annotating.reject(reason.rawValue)
      return
    }
    annotating.pass()
    add(best.isFirst ? first : second, best.found)
  }

  /// Counts a match; `true` if the read is a control's and goes no further.
  private mutating func setAside(_ match: SignatureMatch) -> Bool {
    switch match {
    case .none: break
    case .ambiguous: counts.ambiguous += 1
    case .target(let target, let differences):
      if let identifier { counts.families[target].add(identifier, differences) }
      if differences.isEmpty {
        counts.exact[target] += 1
      } else {
        counts.differing[target][differences, default: 0] += 1
      }
    }
    if case .target(let target, _) = match, plan.isControl[target] {
      controls.reject("internal_control")
      return true
    }
    controls.pass()
    return false
  }

  private struct Found {
    var located: LocatedRearrangement
    var codes: [UInt8]
    var primerFree: Range<Int>
    var fiveGenes: [UInt16]
    var threeGenes: [UInt16]
    var score: Int { located.five.score + located.three.score }
  }

  private mutating func locate(
    _ read: ReadBuffer,
    atEnd: Bool
  ) throws(RejectionReason) -> Found {
    let key = ReadKey(read.codes, atEnd: atEnd)
    if let known = known[key] { return known }
    let found = try locateAnew(read, atEnd: atEnd)
    known[key] = found
    return found
  }

  private mutating func locateAnew(
    _ read: ReadBuffer,
    atEnd: Bool
  ) throws(RejectionReason) -> Found {
    let free = plan.primers.primerFree(read.codes.span, atEnd: atEnd)
    let located = try plan.annotator.locate(read.codes.span, primerFree: free, &scratch)
    return Found(
      located: located,
      codes: scratch.coding(located.revComp),
      primerFree: located.revComp
        ? (read.count - free.upperBound)..<(read.count - free.lowerBound) : free,
      fiveGenes: plan.annotator.genes(scratch.fiveRows, of: located.five.elementClass),
      threeGenes: plan.annotator.genes(scratch.threeRows, of: located.three.elementClass)
    )
  }

  private mutating func add(_ read: ReadBuffer, _ found: Found) {
    let qualities = found.located.revComp ? read.qualities.reversed() : read.qualities
    counts.table.add(
      found.located,
      codes: found.codes,
      qualities: qualities,
      primerFree: found.primerFree,
      fiveGenes: found.fiveGenes,
      threeGenes: found.threeGenes,
      replicate: counts.replicate,
      identifier: identifier
    )
    counts.subclones.add(
      found.located.type,
      codes: found.codes,
      qualities: qualities,
      window: found.located.windowRange,
      primerFree: found.primerFree
    )
  }
}

/// The bases of a read, as a key.
private struct ReadKey: Hashable {
  private let codes: [UInt8]
  private let atEnd: Bool
  private let digest: UInt64

  init(_ codes: [UInt8], atEnd: Bool) {
    // FNV-1a; the standard library's hasher takes several times as long a byte.
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for code in codes { digest = (digest ^ UInt64(code)) &* 0x100_0000_01B3 }
    (self.codes, self.atEnd, self.digest) = (codes, atEnd, digest)
  }

  static func == (left: Self, right: Self) -> Bool {
    left.digest == right.digest && left.atEnd == right.atEnd && left.codes == right.codes
  }

  func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

extension Annotator {
  /// The numbers of the genes that some rows of a class belong to, ascending.
  func genes(_ rows: [Int], of elementClass: ElementClass) -> [UInt16] {
    let matrix = self[elementClass]
    var genes: [UInt16] = []
    for row in rows where !genes.contains(matrix.genes[row]) { genes.append(matrix.genes[row]) }
    genes.sort()
    return genes
  }
}

extension ReadBuffer {
  /// Cuts off the first bases.
  mutating func drop(_ count: Int) {
    codes.removeFirst(count)
    qualities.removeFirst(count)
  }

  /// Takes over a read of a batch.
  mutating func load(_ batch: RecordBatch, _ index: Int) {
    clear()
    let layout = batch.layouts[index]
    let bytes = batch.bytes.span
    let table = baseCodes
    for position in layout.bases { codes.append(table[Int(bytes[position])]) }
    if batch.hasQualities {
      for position in layout.qualities {
        qualities.append(bytes[position] &- PhredScore.asciiOffset)
      }
    } else {
      qualities.append(contentsOf: repeatElement(Self.assumedQuality, count: codes.count))
    }
  }
}
