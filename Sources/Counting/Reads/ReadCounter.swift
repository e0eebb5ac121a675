import Alignments
import Clonotyping
import Rearrangements
import SequenceIO
import Tracking

/// Counts reads on one thread: its counts and working memory, kept from batch to batch.
struct ReadCounter: ~Copyable {
  /// What reads are held against.
  let plan: CountingPlan
  /// The counts so far.
  private(set) var counts: SampleCounts
  private var replicate = 0
  private var merger = PairMerger()
  private var scratch = AnnotationScratch()
  private var cache = ReadCache()
  private var first = ReadBuffer()
  private var second = ReadBuffer()
  private var merged = ReadBuffer()
  /// The molecular identifier of the pair that is being counted.
  private var identifier: UInt64?
  private var tally = ReadTally()
  /// The read that was placed last: the one that `scratch` still knows.
  private var latest: (key: ReadKey, located: LocatedRearrangement, primerFree: Range<Int>)?

  /// Starts with nothing counted.
  ///
  /// - Parameters:
  ///   - plan: What reads are held against.
  ///   - maximumRearrangements: Distinct rearrangements from which the counts are to be taken.
  init(_ plan: CountingPlan, maximumRearrangements: Int) {
    (self.plan, self.maximumRearrangements) = (plan, maximumRearrangements)
    counts = plan.emptyCounts
  }

  /// Counts a batch of a replicate.
  mutating func count(_ batch: ReadPairBatch, replicate: Int) {
    self.replicate = replicate
    for index in 0..<batch.count { count(batch, index) }
    counts.pairs[replicate] += batch.count
    tally.move(to: &counts.stages)
    if counts.table.count >= maximumRearrangements { isFull = true }
  }

  /// Gives away the counts so far and goes on with none.
  mutating func take() -> SampleCounts {
    let taken = counts
    counts = plan.emptyCounts
    cache.removeAll()
    isFull = false
    return taken
  }

  /// Whether the counts should be taken before they grow further.
  private(set) var isFull = false
  private let maximumRearrangements: Int

  private mutating func count(_ batch: ReadPairBatch, _ index: Int) {
    let isSecondMarked = plan.identifiers?.read == 2
    first.load(batch.first, index)
    if let mates = batch.second {
      // The mate's reverse complement is what merging wants; identifiers are cut off as sequenced.
      second.load(mates, index, reversed: !isSecondMarked)
    }
    guard takeIdentifier(isPaired: batch.second != nil) else { return }
    guard let mates = batch.second else {
      tally.merged += 1
      countWhole(first)
      return
    }
    if isSecondMarked { second.reverseComplement() }
    if merger.merge(first, second, into: &merged) != nil {
      tally.merged += 1
      countWhole(merged)
    } else {
      tally.ends += 1
      if isSecondMarked { second.reverseComplement() } else { second.load(mates, index) }
      countEnds()
    }
  }

  /// Cuts the identifier off the mate that has it; `false` if it cannot be read.
  private mutating func takeIdentifier(isPaired: Bool) -> Bool {
    guard let pattern = plan.identifiers else {
      tally.read += 1
      return true
    }
    let isSecond = pattern.read == 2 && isPaired
    if isSecond {
      identifier = pattern.identifier(second.codes.span)
    } else {
      identifier = pattern.identifier(first.codes.span)
    }
    guard identifier != nil else {
      tally.unidentified += 1
      return false
    }
    if isSecond { second.drop(pattern.length) } else { first.drop(pattern.length) }
    tally.read += 1
    return true
  }

  /// Counts a merged pair or a single read.
  private mutating func countWhole(_ read: ReadBuffer) {
    let match = plan.matcher.match(read.codes.span, read.qualities.span)
    guard !setAside(match) else { return }
    let key = ReadKey(read.codes.span, atEnd: true)
    let slot = place(read, key, atEnd: true)
    if let reason = cache[slot].rejection {
      tally.reject(reason)
    } else {
      tally.annotated += 1
      add(read, key, slot, atEnd: true)
    }
  }

  /// Counts a pair whose mates do not overlap, once, by the mate that shows the rearrangement.
  private mutating func countEnds() {
    let match = plan.matcher.match(first.codes.span, first.qualities.span)
      .joined(plan.matcher.match(second.codes.span, second.qualities.span))
    guard !setAside(match) else { return }
    let keys = (
      ReadKey(first.codes.span, atEnd: false),
      ReadKey(second.codes.span, atEnd: false)
    )
    let one = cache[place(first, keys.0, atEnd: false)]
    let other = cache[place(second, keys.1, atEnd: false)]
    let isFirst: Bool
    switch (one.rejection, other.rejection) {
    case (nil, nil): isFirst = one.score >= other.score
    case (nil, _): isFirst = true
    case (_, nil): isFirst = false
    case (let mine?, let theirs?):
      tally.reject(theirs == .noFivePrimeElement ? mine : theirs)
      return
    }
    tally.annotated += 1
    let read = isFirst ? first : second
    let key = isFirst ? keys.0 : keys.1
    // The other mate may have taken the first one's place.
    add(read, key, place(read, key, atEnd: false), atEnd: false)
  }

  /// Counts a match; `true` if the read is a control's and goes no further.
  private mutating func setAside(_ match: SignatureMatch) -> Bool {
    guard match != .none else {
      tally.uncontrolled += 1
      return false
    }
    if case .target(let target, let differences) = match {
      if let identifier { counts.families[replicate][target].add(identifier, differences) }
      if differences.isEmpty {
        counts.exact[replicate][target] += 1
      } else {
        counts.differing[replicate][target][differences, default: 0] += 1
      }
      if plan.isControl[target] {
        tally.controls += 1
        return true
      }
    } else {
      counts.ambiguous += 1
    }
    tally.uncontrolled += 1
    return false
  }

  /// Places a read, or finds that it was placed before.
  ///
  /// - Returns: Its place in the cache.
  private mutating func place(_ read: ReadBuffer, _ key: ReadKey, atEnd: Bool) -> Int {
    if let slot = cache.find(key) { return slot }
    var placed = PlacedRead()
    do throws(RejectionReason) {
      let (located, primerFree) = try locate(read, atEnd: atEnd)
      placed.revComp = located.revComp
      placed.score = Int32(located.five.score + located.three.score)
      placed.placement = ReadPlacement(located, primerFree: primerFree)
      latest = (key, located, primerFree)
    } catch {
      placed.rejection = error
      latest = nil
    }
    return cache.insert(key, placed)
  }

  /// Finds the rearrangement of a read; `scratch` keeps its coding strand and its rows.
  private mutating func locate(
    _ read: ReadBuffer,
    atEnd: Bool
  ) throws(RejectionReason) -> (LocatedRearrangement, primerFree: Range<Int>) {
    let free = plan.primers.primerFree(read.codes.span, atEnd: atEnd)
    let located = try plan.annotator.locate(read.codes.span, primerFree: free, &scratch)
    let count = read.count
    return (
      located,
      located.revComp ? (count - free.upperBound)..<(count - free.lowerBound) : free
    )
  }

  /// Adds a placed read to the table and to the subclones.
  private mutating func add(_ read: ReadBuffer, _ key: ReadKey, _ slot: Int, atEnd: Bool) {
    let placed = cache[slot]
    guard let placement = placed.placement else { return }
    guard let entry = placed.entry else {
      addFirst(read, key, slot, atEnd: atEnd)
      return
    }
    counts.table.addCopy(
      of: Int(entry),
      placement,
      codes: read.codes,
      qualities: read.qualities,
      revComp: placed.revComp,
      replicate: replicate,
      identifier: identifier
    )
    guard let reference = placed.reference else { return }
    var coding = read
    if placed.revComp { coding.reverseComplement() }
    counts.subclones.add(
      to: Int(reference),
      codes: coding.codes,
      qualities: coding.qualities,
      windowOffset: placement.windowOffset,
      primerFree: placement.primerFree
    )
  }

  /// Adds the first read of its bases.
  private mutating func addFirst(
    _ read: ReadBuffer,
    _ key: ReadKey,
    _ slot: Int,
    atEnd: Bool
  ) {
    let located: LocatedRearrangement
    let primerFree: Range<Int>
    if let latest, latest.key == key {
      (located, primerFree) = (latest.located, latest.primerFree)
    } else {
      do throws(RejectionReason) {
        (located, primerFree) = try locate(read, atEnd: atEnd)
      } catch {
        preconditionFailure("a read that was placed before is now rejected: \(error.rawValue)")
      }
      latest = (key, located, primerFree)
    }
    var coding = read
    if located.revComp { coding.reverseComplement() }
    let entry = counts.table.add(
      located,
      codes: coding.codes,
      qualities: coding.qualities,
      primerFree: primerFree,
      fiveGenes: plan.annotator.genes(scratch.fiveRows, of: located.five.elementClass),
      threeGenes: plan.annotator.genes(scratch.threeRows, of: located.three.elementClass),
      replicate: replicate,
      identifier: identifier
    )
    let window = located.windowRange
    let reference = counts.subclones.reference(located.type, junction: coding.codes[window])
    if let reference {
      counts.subclones.add(
        to: reference,
        codes: coding.codes,
        qualities: coding.qualities,
        windowOffset: window.lowerBound,
        primerFree: primerFree
      )
    }
    cache[slot].entry = Int32(entry)
    cache[slot].reference = reference.map { Int32($0) }
  }
}
