import Nucleotides
package import Rearrangements

/// Counts of distinct rearrangements, ready to be added to from any number of batches.
///
/// A rearrangement is known by its type, the genes that fit its elements and the bases of its
/// window (`LocatedRearrangement.windowRange`). Adding is commutative: counts and quality sums are
/// integers and the representative read is the best by an order that all reads share, so neither
/// read order nor thread count changes the table's content. Memory grows with distinct
/// rearrangements, not with reads: of one read about 250 bytes each.
package struct ClonotypeTable: Sendable {
  /// One distinct rearrangement; its window is where the representative has it.
  struct Entry: Sendable {
    var type: RearrangementType
    /// Of type, genes and window.
    var hash: UInt32
    /// Bases of the window.
    var windowCount: Int32
    /// Sum of the representative's Phred scores over its length, times 1,000: what makes it the best.
    var representativeQuality: Int32
    /// Where the rearrangement lies on the representative.
    var placement: ReadPlacement
    /// The genes and the representative's bases.
    var read: ReadStorage.Place
    /// The sums of the window's Phred scores.
    var qualities: QualitySums.Place

    /// The window's offsets in the representative.
    var window: Range<Int> {
      placement.windowOffset..<(placement.windowOffset + Int(windowCount))
    }
  }

  /// A read that may become a rearrangement's representative.
  private struct Candidate {
    var codes: ArraySlice<UInt8>
    var placement: ReadPlacement
    var quality: Int32
  }

  /// How many replicates are counted apart.
  package let replicateCount: Int
  /// How many distinct rearrangements there are.
  package private(set) var count = 0
  private(set) var entries = BlockStorage<Entry>()
  /// Reads by entry and replicate.
  private(set) var counts = BlockStorage<Int>()
  private(set) var qualitySums = QualitySums()
  private(set) var reads = ReadStorage()
  /// Reads by molecule, by entry and replicate; empty without identifiers.
  private(set) var molecules: [Int: MoleculeFamilies] = [:]
  /// Identifiers in `molecules`.
  private var identifierCount = 0
  private var slots = [Int32](repeating: -1, count: 1 << 10)
  /// The genes of the rearrangement at hand.
  private var genes: [UInt8] = []

  /// Bytes of memory of an identifier with its reads, about: two dictionaries that are rarely full.
  private static let bytesPerIdentifier = 300

  /// Bytes of memory that the table takes, molecules by estimate.
  package var byteCount: Int {
    entries.byteCount + counts.byteCount + qualitySums.byteCount + reads.byteCount
      + slots.count * MemoryLayout<Int32>.stride + identifierCount * Self.bytesPerIdentifier
  }

  /// Creates an empty table.
  package init(replicateCount: Int) { self.replicateCount = replicateCount }

  /// Adds one read.
  ///
  /// - Parameters:
  ///   - located: The read's elements.
  ///   - codes: The read's bases on the coding strand.
  ///   - qualities: Its Phred scores, in the same direction.
  ///   - primerFree: Its offsets between primers, in the same direction.
  ///   - fiveGenes: Gene numbers that fit the 5′ element equally well, ascending; at most 255.
  ///   - threeGenes: Gene numbers that fit the 3′ element equally well, ascending; at most 255.
  ///   - replicate: The replicate, from 0.
  ///   - identifier: The read's molecular identifier; `nil` without one.
  /// - Returns: The place of its rearrangement, for `addCopy`.
  @discardableResult
  package mutating func add(
    _ located: LocatedRearrangement,
    codes: [UInt8],
    qualities: [UInt8],
    primerFree: Range<Int>,
    fiveGenes: [UInt16],
    threeGenes: [UInt16],
    replicate: Int,
    identifier: UInt64? = nil
  ) -> Int {
    setGenes(fiveGenes, threeGenes)
    let candidate = Candidate(
      codes: codes[...],
      placement: ReadPlacement(located, primerFree: primerFree),
      quality: Self.meanQuality(qualities)
    )
    let window = located.windowRange
    let index = place(candidate, type: located.type, windowCount: window.count)
    count(index, replicate, identifier)
    addQualities(qualities, from: window.lowerBound, at: index)
    return index
  }

  /// Adds one more read of a sequence that was added before.
  ///
  /// - Parameters:
  ///   - index: What adding the first read of the sequence returned.
  ///   - placement: Where the rearrangement lies on it.
  ///   - codes: The read's bases as sequenced.
  ///   - qualities: Its Phred scores, in the same direction.
  ///   - revComp: Whether the coding strand is the reverse complement.
  ///   - replicate: The replicate, from 0.
  ///   - identifier: The read's molecular identifier; `nil` without one.
  package mutating func addCopy(
    of index: Int,
    _ placement: ReadPlacement,
    codes: [UInt8],
    qualities: [UInt8],
    revComp: Bool,
    replicate: Int,
    identifier: UInt64?
  ) {
    let known = entries[index]
    let quality = Self.meanQuality(qualities)
    if (placement.gaps, -quality) <= (known.placement.gaps, -known.representativeQuality) {
      let coding = revComp ? codes.reversed().map(complement) : codes
      let candidate = Candidate(codes: coding[...], placement: placement, quality: quality)
      if isBetter(candidate, than: known) {
        genes.removeAll(keepingCapacity: true)
        reads.appendGenes(of: known.read, to: &genes)
        keepRepresentative(candidate, at: index)
      }
    }
    count(index, replicate, identifier)
    let (offset, size) = (placement.windowOffset, Int(known.windowCount))
    addQualities(
      qualities,
      from: revComp ? qualities.count - offset - size : offset,
      isReversed: revComp,
      at: index
    )
  }

  /// Adds everything another table holds.
  package mutating func merge(_ other: ClonotypeTable) {
    precondition(other.replicateCount == replicateCount, "tables of unequal replicates")
    var codes: [UInt8] = []
    for number in 0..<other.count {
      let theirs = other.entries[number]
      genes.removeAll(keepingCapacity: true)
      other.reads.appendGenes(of: theirs.read, to: &genes)
      codes.removeAll(keepingCapacity: true)
      other.reads.appendCodes(of: theirs.read, 0..<Int(theirs.read.count), to: &codes)
      let candidate = Candidate(
        codes: codes[...],
        placement: theirs.placement,
        quality: theirs.representativeQuality
      )
      let index = place(candidate, type: theirs.type, windowCount: Int(theirs.windowCount))
      for replicate in 0..<replicateCount {
        counts[index * replicateCount + replicate] +=
          other.counts[number * replicateCount + replicate]
        if let families = other.molecules[number * replicateCount + replicate] {
          add(families, index, replicate)
        }
      }
      qualitySums.add(
        other.qualitySums.values(theirs.qualities, Int(theirs.windowCount)),
        to: &entries[index].qualities
      )
    }
  }

  /// Adds the counts of one distinct rearrangement.
  package mutating func add(_ row: Row) {
    precondition(row.counts.count == replicateCount, "rows of unequal replicates")
    setGenes(row.fiveGenes, row.threeGenes)
    let candidate = Candidate(
      codes: row.representative[...],
      placement: row.placement,
      quality: Int32(clamping: row.representativeQuality)
    )
    let index = place(candidate, type: row.type, windowCount: row.window.count)
    for (replicate, count) in row.counts.enumerated() {
      counts[index * replicateCount + replicate] += count
    }
    for (replicate, families) in row.molecules.enumerated() where families.count > 0 {
      add(families, index, replicate)
    }
    qualitySums.add(row.qualitySums, to: &entries[index].qualities)
  }

  private mutating func setGenes(_ fiveGenes: [UInt16], _ threeGenes: [UInt16]) {
    genes.removeAll(keepingCapacity: true)
    for side in [fiveGenes, threeGenes] {
      genes.append(UInt8(truncatingIfNeeded: side.count))
      for gene in side {
        genes.append(UInt8(truncatingIfNeeded: gene))
        genes.append(UInt8(truncatingIfNeeded: gene >> 8))
      }
    }
  }

  private mutating func count(_ index: Int, _ replicate: Int, _ identifier: UInt64?) {
    counts[index * replicateCount + replicate] += 1
    if let identifier { changeMolecules(index, replicate) { $0.add(identifier) } }
  }

  /// Adds the molecules of other reads of a rearrangement.
  private mutating func add(_ families: MoleculeFamilies, _ index: Int, _ replicate: Int) {
    changeMolecules(index, replicate) { $0.merge(families) }
  }

  private mutating func changeMolecules(
    _ index: Int,
    _ replicate: Int,
    _ change: (inout MoleculeFamilies) -> Void
  ) {
    let place = index * replicateCount + replicate
    let known = molecules[place]?.count ?? 0
    change(&molecules[place, default: .init()])
    identifierCount += (molecules[place]?.count ?? 0) - known
  }

  /// Adds the scores of a read's window, which was counted, to those of its rearrangement.
  private mutating func addQualities(
    _ qualities: [UInt8],
    from offset: Int,
    isReversed: Bool = false,
    at index: Int
  ) {
    let size = Int(entries[index].windowCount)
    let total = reads(at: index)
    qualitySums.add(
      qualities.span.extracting(offset..<(offset + size)),
      isReversed: isReversed,
      to: &entries[index].qualities,
      reads: total
    )
  }

  /// The sum of a read's Phred scores times 1,000 over its length.
  private static func meanQuality(_ qualities: [UInt8]) -> Int32 {
    var total = 0
    for score in qualities { total &+= Int(score) }
    return Int32(1_000 * total / max(1, qualities.count))
  }

  /// Finds the rearrangement of a candidate and the genes at hand, or makes a new one of them; the
  /// better of the candidate and what is there becomes its representative.
  private mutating func place(
    _ candidate: Candidate,
    type: RearrangementType,
    windowCount: Int
  ) -> Int {
    if count * 2 >= slots.count { grow() }
    let start = candidate.codes.startIndex + candidate.placement.windowOffset
    let window = candidate.codes[start..<(start + windowCount)]
    let hash = hash(type, window)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      let known = entries[index]
      if known.hash == hash, known.type == type, Int(known.windowCount) == windowCount,
        reads.matches(known.read, genes: genes[...], at: known.placement.windowOffset, window)
      {
        if isBetter(candidate, than: known) { keepRepresentative(candidate, at: index) }
        return index
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(count)
    entries.append(
      Entry(
        type: type,
        hash: hash,
        windowCount: Int32(windowCount),
        representativeQuality: candidate.quality,
        placement: candidate.placement,
        read: reads.append(genes: genes[...], candidate.codes),
        qualities: qualitySums.make(windowCount)
      )
    )
    for _ in 0..<replicateCount { counts.append(0) }
    count += 1
    return count - 1
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for index in 0..<count {
      var slot = Int(entries[index].hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index)
    }
  }

  /// FNV-1a over the type, the genes at hand and a window; the same in every run.
  private func hash(_ type: RearrangementType, _ window: ArraySlice<UInt8>) -> UInt32 {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(type.ordinal)
    for byte in genes { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for code in window { state = (state ^ UInt64(code)) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: state ^ (state >> 29))
  }

  /// Whether a read is the better representative: fewer inserted and deleted bases, then higher mean
  /// quality, then the longer, then the first in the alphabet.
  ///
  /// The quality of a read does not show that it lost a base, and one such read among thousands would
  /// stand for all of them.
  private func isBetter(_ candidate: Candidate, than kept: Entry) -> Bool {
    if candidate.placement.gaps != kept.placement.gaps {
      return candidate.placement.gaps < kept.placement.gaps
    }
    if candidate.quality != kept.representativeQuality {
      return candidate.quality > kept.representativeQuality
    }
    if candidate.codes.count != Int(kept.read.count) {
      return candidate.codes.count > Int(kept.read.count)
    }
    if let isFirst = reads.isFirst(candidate.codes, before: kept.read) { return isFirst }
    let (free, known) = (candidate.placement.primerFree, kept.placement.primerFree)
    return (free.lowerBound, free.upperBound) < (known.lowerBound, known.upperBound)
  }

  /// Makes a read with the genes at hand stand for a rearrangement.
  private mutating func keepRepresentative(_ candidate: Candidate, at index: Int) {
    reads.replace(&entries[index].read, genes: genes[...], candidate.codes)
    entries[index].representativeQuality = candidate.quality
    entries[index].placement = candidate.placement
  }
}

extension RearrangementType {
  /// The type's place in `allCases`.
  package var ordinal: Int {
    switch self {
    case .ighVDJ: 0
    case .ighDJ: 1
    case .igkVJ: 2
    case .igkVKde: 3
    case .igkIntronKde: 4
    case .iglVJ: 5
    }
  }
}
