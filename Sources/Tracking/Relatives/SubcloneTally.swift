package import Nucleotides
package import Rearrangements

/// The bases that reads with a known junction show, place by place.
///
/// Counting knows a clonotype by its junction; whether all its reads have one V shows here only.
/// Counts are integers, so neither the order of reads nor the number of threads changes them.
package struct SubcloneTally: Hashable, Sendable {
  /// A rearrangement whose reads are laid on its bases.
  package struct Reference: Hashable, Sendable {
    /// The kind of recombination.
    package var type: RearrangementType
    /// The bases between primers, coding strand.
    package var bases: NucleotideSequence
    /// Offsets of the junction in `bases`.
    package var window: Range<Int>

    /// Creates a reference.
    package init(type: RearrangementType, bases: NucleotideSequence, window: Range<Int>) {
      (self.type, self.bases, self.window) = (type, bases, window)
    }
  }

  /// A member of a clone that its junction does not tell from the clone.
  package struct Subclone: Hashable, Sendable {
    /// The reference with the bases that are the member's.
    package var bases: NucleotideSequence
    /// Its share of the reads: the median over its differing places, `0...1`.
    package var share: Double
  }

  /// Phred score from which a base is counted: one error in 1,000 bases, the score from which
  /// matching believes a difference by default (`MatchTolerance.trustedQuality`).
  static let trustedQuality: UInt8 = 30

  /// The references, in their order.
  package let references: [Reference]
  /// Reads by reference, then by base within place.
  package private(set) var counts: [[Int]]

  /// Creates an empty tally.
  package init(_ references: [Reference] = []) {
    self.references = references
    counts = references.map { .init(repeating: 0, count: 4 * $0.bases.count) }
  }

  /// Takes over counts that were made before; `nil` if they are not those of the references.
  package init?(_ references: [Reference], counts: [[Int]]) {
    guard counts.map(\.count) == references.map({ 4 * $0.bases.count }),
      references.allSatisfy({ $0.window.upperBound <= $0.bases.count })
    else { return nil }
    (self.references, self.counts) = (references, counts)
  }

  /// The first reference of a type with a junction; `nil` if there is none.
  ///
  /// - Parameters:
  ///   - type: The read's kind of recombination.
  ///   - junction: The bases of its junction, coding strand.
  /// - Returns: Its place among the references.
  package func reference(_ type: RearrangementType, junction: ArraySlice<UInt8>) -> Int? {
    references.firstIndex { reference in
      reference.type == type && reference.window.count == junction.count
        && junction.elementsEqual(reference.bases.codes[reference.window])
    }
  }

  /// Adds a read to the reference whose junction it has.
  ///
  /// - Parameters:
  ///   - index: What `reference(_:junction:)` found.
  ///   - codes: The read's bases on the coding strand.
  ///   - qualities: Its Phred scores, in the same direction.
  ///   - windowOffset: Where its junction begins.
  ///   - primerFree: Offsets between primers.
  package mutating func add(
    to index: Int,
    codes: [UInt8],
    qualities: [UInt8],
    windowOffset: Int,
    primerFree: Range<Int>
  ) {
    let reference = references[index]
    let shift = reference.window.lowerBound - windowOffset
    let first = max(primerFree.lowerBound, -shift)
    let last = min(primerFree.upperBound, reference.bases.count - shift)
    guard first < last else { return }
    for offset in first..<last where qualities[offset] >= Self.trustedQuality && codes[offset] < 4 {
      counts[index][4 * (offset + shift) + Int(codes[offset])] += 1
    }
  }

  /// Adds the counts of another tally of the same references.
  package mutating func merge(_ other: SubcloneTally) {
    precondition(other.references == references, "tallies of unequal references")
    for index in counts.indices {
      for place in counts[index].indices { counts[index][place] += other.counts[index][place] }
    }
  }

  /// The member whose differing bases have at least a share of the reads at their places; `nil` if
  /// the reads of a reference agree with it so far.
  package func subclone(of index: Int, atLeast share: Double) -> Subclone? {
    var codes = references[index].bases.codes
    var shares: [Double] = []
    let totals = codes.indices.map { counts[index][(4 * $0)..<(4 * $0 + 4)].reduce(0, +) }
    // Places that few reads reach say little, and nothing about the others' reads: a tenth, chosen
    // here, leaves out what only the longest of reads of unequal length show.
    let fewest = (totals.max() ?? 0) / 10
    for place in codes.indices where totals[place] > fewest {
      let reads = counts[index][(4 * place)..<(4 * place + 4)]
      let total = totals[place]
      let own = Int(codes[place])
      var best: (code: Int, count: Int)?
      for (code, count) in reads.enumerated() where code != own && count > best?.count ?? 0 {
        best = (code, count)
      }
      guard let best, Double(best.count) >= share * Double(total) else { continue }
      codes[place] = UInt8(best.code)
      shares.append(Double(best.count) / Double(total))
    }
    guard !shares.isEmpty else { return nil }
    shares.sort()
    return Subclone(bases: NucleotideSequence(codes: codes), share: shares[shares.count / 2])
  }
}
