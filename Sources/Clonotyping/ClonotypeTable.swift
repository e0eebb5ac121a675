import Nucleotides
package import Rearrangements

/// Counts of distinct rearrangements, ready to be added to from any number of batches.
///
/// A rearrangement is known by its type, the genes that fit its elements and the bases of its
/// window (`LocatedRearrangement.windowRange`). Adding is commutative: counts and quality sums are
/// integers and the representative read is the best by an order that all reads share, so neither
/// read order nor thread count changes the table's content. Memory grows with distinct
/// rearrangements, not with reads.
package struct ClonotypeTable: Sendable {
  /// One distinct rearrangement, as places in the table's arenas.
  struct Entry: Sendable {
    var type: RearrangementType
    /// The key: genes and window.
    var key: Range<Int>
    /// Where the window begins inside the key's bytes.
    var windowStart: Int
    /// Offset of the first window base in `qualitySums`.
    var qualityStart: Int
    /// The representative read's bases.
    var representative: Range<Int>
    /// Bases that the representative has inserted or deleted.
    var representativeGaps: Int
    /// Sum of the representative's Phred scores over its length, times 1,000 over the length: what
    /// makes it the best.
    var representativeQuality: Int
    /// The representative's primer-free offsets.
    var primerFree: Range<Int>
    /// The window's offset in the representative.
    var windowOffset: Int
    /// The recombined bases as offsets in the window.
    var ndn: Range<Int>
  }

  /// How many replicates are counted apart.
  package let replicateCount: Int
  private(set) var entries: [Entry] = []
  /// Reads by entry and replicate.
  private(set) var counts: [Int] = []
  /// Sums of Phred scores over reads, base by base of each window.
  private(set) var qualitySums: [UInt64] = []
  private(set) var bytes: [UInt8] = []
  /// Reads by molecule, by entry and replicate; empty without identifiers.
  private(set) var molecules: [Int: MoleculeFamilies] = [:]
  private var slots: [Int32] = []

  /// Creates an empty table.
  package init(replicateCount: Int) {
    self.replicateCount = replicateCount
    slots = [Int32](repeating: -1, count: 1 << 10)
  }

  /// How many distinct rearrangements there are.
  package var count: Int { entries.count }

  /// Removes everything and keeps the memory.
  package mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    qualitySums.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    molecules.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = -1 }
  }

  /// Adds one read.
  ///
  /// - Parameters:
  ///   - located: The read's elements.
  ///   - codes: The read's bases on the coding strand.
  ///   - qualities: Its Phred scores, in the same direction.
  ///   - primerFree: Its offsets between primers, in the same direction.
  ///   - fiveGenes: Gene numbers that fit the 5′ element equally well, ascending.
  ///   - threeGenes: Gene numbers that fit the 3′ element equally well, ascending.
  ///   - replicate: The replicate, from 0.
  ///   - identifier: The read's molecular identifier; `nil` without one.
  /// - Returns: The place of its rearrangement, for `addCopy`; good until `removeAll`.
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
    let placement = ReadPlacement(located, primerFree: primerFree)
    let keyStart = bytes.count
    appendGenes(fiveGenes, threeGenes)
    let window = located.windowRange
    let windowStart = bytes.count - keyStart
    bytes.append(contentsOf: codes[window])
    let candidate = Entry(
      type: located.type,
      key: keyStart..<bytes.count,
      windowStart: windowStart,
      qualityStart: qualitySums.count,
      representative: bytes.count..<bytes.count,
      representativeGaps: placement.gaps,
      representativeQuality: Self.meanQuality(qualities),
      primerFree: placement.primerFree,
      windowOffset: placement.windowOffset,
      ndn: placement.ndn
    )
    let (index, isNew) = place(candidate)
    if isNew {
      qualitySums.append(contentsOf: repeatElement(0, count: window.count))
      keepRepresentative(codes[...], of: candidate, at: index)
    } else {
      bytes.removeSubrange(keyStart...)
      if isBetter(candidate, codes[...], than: index) {
        keepRepresentative(codes[...], of: candidate, at: index)
      }
    }
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
    if placement.gaps < known.representativeGaps
      || placement.gaps == known.representativeGaps && quality >= known.representativeQuality
    {
      var candidate = known
      candidate.representativeGaps = placement.gaps
      candidate.representativeQuality = quality
      candidate.primerFree = placement.primerFree
      candidate.windowOffset = placement.windowOffset
      candidate.ndn = placement.ndn
      let coding = revComp ? codes.reversed().map(complement) : codes
      if isBetter(candidate, coding[...], than: index) {
        keepRepresentative(coding[...], of: candidate, at: index)
      }
    }
    count(index, replicate, identifier)
    if revComp {
      addQualities(reversed: qualities, from: placement.windowOffset, at: index)
    } else {
      addQualities(qualities, from: placement.windowOffset, at: index)
    }
  }

  private mutating func count(_ index: Int, _ replicate: Int, _ identifier: UInt64?) {
    counts[index * replicateCount + replicate] += 1
    if let identifier {
      molecules[index * replicateCount + replicate, default: .init()].add(identifier)
    }
  }

  /// Adds the scores of a read's window to those of its rearrangement.
  private mutating func addQualities(_ qualities: [UInt8], from offset: Int, at index: Int) {
    let entry = entries[index]
    let count = entry.key.count - entry.windowStart
    var sums = qualitySums.mutableSpan
    let first = entry.qualityStart
    let scores = qualities.span.extracting(offset..<(offset + count))
    for place in 0..<count { sums[first &+ place] &+= UInt64(scores[place]) }
  }

  private mutating func addQualities(
    reversed qualities: [UInt8],
    from offset: Int,
    at index: Int
  ) {
    let entry = entries[index]
    let count = entry.key.count - entry.windowStart
    let end = qualities.count - offset
    var sums = qualitySums.mutableSpan
    let first = entry.qualityStart
    let scores = qualities.span.extracting((end - count)..<end)
    for place in 0..<count { sums[first &+ place] &+= UInt64(scores[count &- 1 &- place]) }
  }

  /// The sum of a read's Phred scores times 1,000 over its length.
  private static func meanQuality(_ qualities: [UInt8]) -> Int {
    var total = 0
    for score in qualities { total &+= Int(score) }
    return 1_000 * total / max(1, qualities.count)
  }

  /// Adds everything another table holds.
  package mutating func merge(_ other: ClonotypeTable) {
    precondition(other.replicateCount == replicateCount, "tables of unequal replicates")
    for (number, theirs) in other.entries.enumerated() {
      let keyStart = bytes.count
      bytes.append(contentsOf: other.bytes[theirs.key])
      var candidate = theirs
      candidate.key = keyStart..<bytes.count
      candidate.qualityStart = qualitySums.count
      candidate.representative = bytes.count..<bytes.count
      let read = other.bytes[theirs.representative]
      let windowCount = theirs.key.count - theirs.windowStart
      let (index, isNew) = place(candidate)
      if isNew {
        qualitySums.append(contentsOf: repeatElement(0, count: windowCount))
        keepRepresentative(read, of: candidate, at: index)
      } else {
        bytes.removeSubrange(keyStart...)
        if isBetter(candidate, read, than: index) {
          keepRepresentative(read, of: candidate, at: index)
        }
      }
      for replicate in 0..<replicateCount {
        counts[index * replicateCount + replicate] +=
          other.counts[number * replicateCount + replicate]
        if let families = other.molecules[number * replicateCount + replicate] {
          molecules[index * replicateCount + replicate, default: .init()].merge(families)
        }
      }
      for offset in 0..<windowCount {
        qualitySums[entries[index].qualityStart + offset] +=
          other.qualitySums[theirs.qualityStart + offset]
      }
    }
  }

  /// Adds the counts of one distinct rearrangement.
  package mutating func add(_ row: Row) {
    precondition(row.counts.count == replicateCount, "rows of unequal replicates")
    let keyStart = bytes.count
    appendGenes(row.fiveGenes, row.threeGenes)
    let windowStart = bytes.count - keyStart
    bytes.append(contentsOf: row.window)
    let candidate = Entry(
      type: row.type,
      key: keyStart..<bytes.count,
      windowStart: windowStart,
      qualityStart: qualitySums.count,
      representative: bytes.count..<bytes.count,
      representativeGaps: row.representativeGaps,
      representativeQuality: row.representativeQuality,
      primerFree: row.primerFree,
      windowOffset: row.windowOffset,
      ndn: row.ndn
    )
    let (index, isNew) = place(candidate)
    if isNew {
      qualitySums.append(contentsOf: repeatElement(0, count: row.window.count))
      keepRepresentative(row.representative[...], of: candidate, at: index)
    } else {
      bytes.removeSubrange(keyStart...)
      if isBetter(candidate, row.representative[...], than: index) {
        keepRepresentative(row.representative[...], of: candidate, at: index)
      }
    }
    for (replicate, count) in row.counts.enumerated() {
      counts[index * replicateCount + replicate] += count
    }
    for (replicate, families) in row.molecules.enumerated() where families.count > 0 {
      molecules[index * replicateCount + replicate, default: .init()].merge(families)
    }
    for (offset, sum) in row.qualitySums.enumerated() {
      qualitySums[entries[index].qualityStart + offset] += sum
    }
  }

  private mutating func appendGenes(_ fiveGenes: [UInt16], _ threeGenes: [UInt16]) {
    for genes in [fiveGenes, threeGenes] {
      bytes.append(UInt8(truncatingIfNeeded: genes.count))
      for gene in genes {
        bytes.append(UInt8(truncatingIfNeeded: gene))
        bytes.append(UInt8(truncatingIfNeeded: gene >> 8))
      }
    }
  }

  /// Finds the entry with the candidate's key or makes a new one of it.
  private mutating func place(_ candidate: Entry) -> (index: Int, isNew: Bool) {
    if entries.count * 2 >= slots.count { grow() }
    let mask = slots.count - 1
    var slot = hash(candidate) & mask
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if isSame(entries[index], candidate) { return (index, false) }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(entries.count)
    entries.append(candidate)
    counts.append(contentsOf: repeatElement(0, count: replicateCount))
    return (entries.count - 1, true)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (index, entry) in entries.enumerated() {
      var slot = hash(entry) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index)
    }
  }

  /// FNV-1a over the type and the key; the same in every run.
  private func hash(_ entry: Entry) -> Int {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(entry.type.ordinal)
    for index in entry.key { state = (state ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (state ^ (state >> 29)) & 0x7FFF_FFFF_FFFF_FFFF)
  }

  private func isSame(_ left: Entry, _ right: Entry) -> Bool {
    guard left.type == right.type, left.key.count == right.key.count,
      left.windowStart == right.windowStart
    else { return false }
    for offset in 0..<left.key.count
    where bytes[left.key.lowerBound + offset] != bytes[right.key.lowerBound + offset] {
      return false
    }
    return true
  }

  /// Whether a read is the better representative: fewer inserted and deleted bases, then higher mean
  /// quality, then the longer, then the first in the alphabet.
  ///
  /// The quality of a read does not show that it lost a base, and one such read among thousands would
  /// stand for all of them.
  private func isBetter(_ candidate: Entry, _ read: ArraySlice<UInt8>, than index: Int) -> Bool {
    let kept = entries[index]
    if candidate.representativeGaps != kept.representativeGaps {
      return candidate.representativeGaps < kept.representativeGaps
    }
    if candidate.representativeQuality != kept.representativeQuality {
      return candidate.representativeQuality > kept.representativeQuality
    }
    if read.count != kept.representative.count { return read.count > kept.representative.count }
    if !read.elementsEqual(bytes[kept.representative]) {
      return read.lexicographicallyPrecedes(bytes[kept.representative])
    }
    return (candidate.primerFree.lowerBound, candidate.primerFree.upperBound)
      < (kept.primerFree.lowerBound, kept.primerFree.upperBound)
  }

  private mutating func keepRepresentative(
    _ read: ArraySlice<UInt8>,
    of candidate: Entry,
    at index: Int
  ) {
    let old = entries[index].representative
    if old.count == read.count {
      bytes.replaceSubrange(old, with: read)
    } else {
      entries[index].representative = bytes.count..<(bytes.count + read.count)
      bytes.append(contentsOf: read)
    }
    entries[index].representativeGaps = candidate.representativeGaps
    entries[index].representativeQuality = candidate.representativeQuality
    entries[index].primerFree = candidate.primerFree
    entries[index].windowOffset = candidate.windowOffset
    entries[index].ndn = candidate.ndn
  }
}

extension RearrangementType {
  /// The type's place in `allCases`.
  var ordinal: Int {
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
