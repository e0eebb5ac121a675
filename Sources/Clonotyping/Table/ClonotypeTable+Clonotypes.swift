import Nucleotides
import Rearrangements

extension ClonotypeTable {
  /// The table's rearrangements as clonotypes, none folded, in the order of `Clonotype.precedes`.
  ///
  /// Each is made when it is asked for: together they need several times the table's memory.
  package func clonotypes() -> LazyMapSequence<[Int], Clonotype> {
    inOrder().lazy.map { clonotype(at: $0) }
  }

  /// The rearrangements with so many reads and more, in no order.
  package func clonotypes(atLeast fewest: Int) -> [Clonotype] {
    (0..<count).filter { reads(at: $0) >= fewest }.map { clonotype(at: $0) }
  }

  /// Calls a function with the rearrangements of fewer reads, one type and window at a time.
  ///
  /// - Parameters:
  ///   - reads: The reads that none of them has.
  ///   - body: Is given those of one type and window in the order of their genes; called in the
  ///     order of types and windows.
  /// - Throws: What `body` throws.
  package func forEachAlike<Failure: Error>(
    below reads: Int,
    _ body: ([Clonotype]) throws(Failure) -> Void
  ) throws(Failure) {
    var alike: [Clonotype] = []
    for index in inOrder(byReads: false) where self.reads(at: index) < reads {
      let clonotype = clonotype(at: index)
      if let last = alike.last, last.type != clonotype.type || last.window != clonotype.window {
        try body(alike)
        alike.removeAll(keepingCapacity: true)
      }
      alike.append(clonotype)
    }
    if !alike.isEmpty { try body(alike) }
  }

  /// The places of the rearrangements by type, window and genes: the order of `Row.precedes`.
  package func inKeyOrder() -> [Int] { inOrder(byReads: false) }

  /// The places of the rearrangements in the order of `Clonotype.precedes`, or in that order without
  /// regard to reads.
  private func inOrder(byReads: Bool = true) -> [Int] {
    var ranks: [ClonotypeRank] = []
    ranks.reserveCapacity(count)
    for index in 0..<count {
      let entry = entries[index]
      ranks.append(
        ClonotypeRank(
          reads: byReads ? reads(at: index) : 0,
          type: entry.type,
          window: codes(of: entry, entry.window)[...],
          index: index
        )
      )
    }
    ranks.sort { left, right in
      ClonotypeRank.precedes(left, right) ?? precedes(Int(left.index), Int(right.index))
    }
    return ranks.map { Int($0.index) }
  }

  /// Whether a rearrangement stands before another of the same reads and type.
  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let (left, right) = (entries[left], entries[right])
    let windows = (codes(of: left, left.window), codes(of: right, right.window))
    if windows.0 != windows.1 { return windows.0.lexicographicallyPrecedes(windows.1) }
    let genes = (genes(of: left), genes(of: right))
    if genes.0.five != genes.1.five {
      return genes.0.five.lexicographicallyPrecedes(genes.1.five)
    }
    return genes.0.three.lexicographicallyPrecedes(genes.1.three)
  }

  private func clonotype(at index: Int) -> Clonotype {
    let entry = entries[index]
    let reads = counts(at: index)
    let total = UInt64(max(1, reads.reduce(0, +)))
    let genes = genes(of: entry)
    var clonotype = Clonotype(
      type: entry.type,
      window: NucleotideSequence(codes: codes(of: entry, entry.window)),
      ndn: entry.placement.ndn,
      fiveGenes: genes.five,
      threeGenes: genes.three,
      replicateCounts: reads,
      foldedCount: 0,
      meanQualities: qualitySums(of: entry).map { UInt8(truncatingIfNeeded: $0 / total) },
      representative: NucleotideSequence(codes: codes(of: entry)),
      primerFree: entry.placement.primerFree,
      windowOffset: entry.placement.windowOffset
    )
    clonotype.molecules = molecules(at: index)
    return clonotype
  }
}
