package import Rearrangements

extension ClonotypeTable {
  /// One distinct rearrangement with its counts, as a value that can be kept outside of a table.
  package struct Row: Hashable, Sendable {
    /// The kind of recombination.
    package var type: RearrangementType
    /// Numbers of the genes that fit the 5′ element equally well, ascending; at most 255.
    package var fiveGenes: [UInt16]
    /// Numbers of the genes that fit the 3′ element equally well, ascending; at most 255.
    package var threeGenes: [UInt16]
    /// The bases of the window.
    package var window: [UInt8]
    /// The recombined bases as offsets in the window.
    package var ndn: Range<Int>
    /// Reads by replicate.
    package var counts: [Int]
    /// Sums of Phred scores over reads, base by base of the window.
    package var qualitySums: [UInt64]
    /// The best read, on the coding strand.
    package var representative: [UInt8]
    /// Bases that the best read has inserted or deleted.
    package var representativeGaps: Int
    /// A thousand times the mean Phred score of the best read.
    package var representativeQuality: Int
    /// The best read's offsets between primers.
    package var primerFree: Range<Int>
    /// The window's offset in the best read.
    package var windowOffset: Int
    /// Reads by molecule in each replicate; empty without identifiers.
    package var molecules: [MoleculeFamilies]

    /// Creates a row of its parts.
    package init(
      type: RearrangementType,
      fiveGenes: [UInt16],
      threeGenes: [UInt16],
      window: [UInt8],
      ndn: Range<Int>,
      counts: [Int],
      qualitySums: [UInt64],
      representative: [UInt8],
      representativeGaps: Int,
      representativeQuality: Int,
      primerFree: Range<Int>,
      windowOffset: Int,
      molecules: [MoleculeFamilies]
    ) {
      self.type = type
      self.fiveGenes = fiveGenes
      self.threeGenes = threeGenes
      self.window = window
      self.ndn = ndn
      self.counts = counts
      self.qualitySums = qualitySums
      self.representative = representative
      self.representativeGaps = representativeGaps
      self.representativeQuality = representativeQuality
      self.primerFree = primerFree
      self.windowOffset = windowOffset
      self.molecules = molecules
    }

    /// Whether two rows are of one type and have the same window.
    package func isAlike(_ other: Row) -> Bool { type == other.type && window == other.window }

    /// Whether one row stands before another by type, window and genes: by what tells
    /// rearrangements apart.
    package static func precedes(_ left: Row, _ right: Row) -> Bool {
      if left.type != right.type { return left.type.ordinal < right.type.ordinal }
      if left.window != right.window { return left.window.lexicographicallyPrecedes(right.window) }
      if left.fiveGenes != right.fiveGenes {
        return left.fiveGenes.lexicographicallyPrecedes(right.fiveGenes)
      }
      return left.threeGenes.lexicographicallyPrecedes(right.threeGenes)
    }

    /// Where the rearrangement lies on the best read.
    var placement: ReadPlacement {
      ReadPlacement(
        windowOffset: windowOffset,
        ndn: ndn,
        primerFree: primerFree,
        gaps: representativeGaps
      )
    }

    /// Whether the parts fit together, as they do in every row of a table.
    package var isSound: Bool {
      max(fiveGenes.count, threeGenes.count) <= 255 && qualitySums.count == window.count
        && ndn.upperBound <= window.count && primerFree.upperBound <= representative.count
        && windowOffset >= 0 && windowOffset <= representative.count - window.count
        && representative[windowOffset...].starts(with: window)
        && (window + representative).allSatisfy { $0 <= 4 } && counts.allSatisfy { $0 >= 0 }
        && (molecules.isEmpty || molecules.count == counts.count)
    }
  }

  /// The row of one of the table's rearrangements.
  ///
  /// - Parameter index: Its place, from 0, below `count`.
  /// - Returns: A copy of what the table holds of it.
  package func row(at index: Int) -> Row {
    let entry = entries[index]
    let genes = genes(of: entry)
    return Row(
      type: entry.type,
      fiveGenes: genes.five,
      threeGenes: genes.three,
      window: codes(of: entry, entry.window),
      ndn: entry.placement.ndn,
      counts: counts(at: index),
      qualitySums: qualitySums(of: entry),
      representative: codes(of: entry),
      representativeGaps: entry.placement.gaps,
      representativeQuality: Int(entry.representativeQuality),
      primerFree: entry.placement.primerFree,
      windowOffset: entry.placement.windowOffset,
      molecules: molecules(at: index)
    )
  }
}
