package import Nucleotides
package import Rearrangements

/// Identical rearrangements of one sample, errors folded in.
package struct Clonotype: Hashable, Sendable {
  /// The kind of recombination.
  package var type: RearrangementType
  /// The junction, or what stands for it (`LocatedRearrangement.windowRange`).
  package var window: NucleotideSequence {
    get { bases.window }
    set { bases = bases.changed { $0.window = newValue } }
  }
  /// Offsets of the recombined bases in `window`.
  package var ndn: Range<Int>
  /// Numbers of the genes that fit the 5′ element equally well, in its class's matrix.
  package var fiveGenes: [UInt16] {
    get { bases.fiveGenes }
    set { bases = bases.changed { $0.fiveGenes = newValue } }
  }
  /// Numbers of the genes that fit the 3′ element equally well, in its class's matrix.
  package var threeGenes: [UInt16] {
    get { bases.threeGenes }
    set { bases = bases.changed { $0.threeGenes = newValue } }
  }
  /// Reads by replicate, folded ones included.
  package var replicateCounts: [Int]
  /// Reads by molecule in each replicate, folded ones included; empty without identifiers.
  package var molecules: [MoleculeFamilies] = []
  /// Molecules of two reads or more in all replicates; `nil` without identifiers.
  package var moleculeCount: Int?
  /// Reads that were folded in as copies with errors.
  package var foldedCount: Int
  /// Mean Phred score of each base of `window` over the unfolded reads.
  package var meanQualities: [UInt8] {
    get { bases.meanQualities }
    set { bases = bases.changed { $0.meanQualities = newValue } }
  }
  /// The best read, on the coding strand.
  package var representative: NucleotideSequence {
    get { bases.representative }
    set { bases = bases.changed { $0.representative = newValue } }
  }
  /// The representative's offsets between primers.
  package var primerFree: Range<Int>
  /// The window's offset in the representative.
  package var windowOffset: Int
  private var bases: ClonotypeBases

  /// Creates a clonotype out of its parts.
  package init(
    type: RearrangementType,
    window: NucleotideSequence,
    ndn: Range<Int>,
    fiveGenes: [UInt16],
    threeGenes: [UInt16],
    replicateCounts: [Int],
    foldedCount: Int,
    meanQualities: [UInt8],
    representative: NucleotideSequence,
    primerFree: Range<Int>,
    windowOffset: Int
  ) {
    self.type = type
    self.ndn = ndn
    self.replicateCounts = replicateCounts
    self.foldedCount = foldedCount
    bases = ClonotypeBases(
      window: window,
      fiveGenes: fiveGenes,
      threeGenes: threeGenes,
      meanQualities: meanQualities,
      representative: representative
    )
    self.primerFree = primerFree
    self.windowOffset = windowOffset
  }

  /// Counts the molecules of two reads or more and lets go of the reads behind them.
  ///
  /// A molecule of one read may be an error in the identifier of another one, so it does not count.
  ///
  /// - Parameter length: Bases of an identifier.
  package mutating func countMolecules(identifierLength length: Int) {
    moleculeCount = molecules.reduce(0) { total, families in
      total + families.molecules(length: length).count { $0.reads >= 2 }
    }
    molecules = []
  }

  /// Reads in all.
  package var duplicateCount: Int { replicateCounts.reduce(0, +) }

  /// Whether one clonotype stands before another in every list: more reads first, then by type,
  /// window and genes.
  package static func precedes(_ left: Clonotype, _ right: Clonotype) -> Bool {
    let (leftCount, rightCount) = (left.duplicateCount, right.duplicateCount)
    if leftCount != rightCount { return leftCount > rightCount }
    if left.type != right.type { return left.type.ordinal < right.type.ordinal }
    if left.window != right.window { return left.window < right.window }
    if left.fiveGenes != right.fiveGenes {
      return left.fiveGenes.lexicographicallyPrecedes(right.fiveGenes)
    }
    return left.threeGenes.lexicographicallyPrecedes(right.threeGenes)
  }
}

/// What makes a clonotype the same in two samples.
package struct ClonotypeIdentity: Hashable, Sendable {
  /// The kind of recombination.
  package var type: RearrangementType
  /// The junction, or what stands for it.
  package var window: NucleotideSequence
}

extension Clonotype {
  /// The clonotype's type and window.
  package var identity: ClonotypeIdentity { ClonotypeIdentity(type: type, window: window) }
}
