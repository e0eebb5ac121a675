/// How many clonotypes have how many reads.
package struct ClonotypeSizes: Hashable, Sendable {
  /// Clonotypes by their reads.
  package private(set) var counts: [Int: Int] = [:]
  /// Reads of all of them by replicate.
  package private(set) var replicateReads: [Int] = []
  /// How many clonotypes there are.
  package private(set) var clonotypes = 0
  /// Reads of all of them.
  package private(set) var reads = 0

  /// No clonotypes.
  package init() {}

  /// The sizes of some clonotypes.
  package init(_ clonotypes: some Sequence<Clonotype>) {
    for clonotype in clonotypes { add(clonotype) }
  }

  /// The sizes of some clonotypes, class by class.
  package static func byClass(
    _ clonotypes: some Sequence<Clonotype>
  ) -> [LocusClass: ClonotypeSizes] {
    clonotypes.reduce(into: [:]) { $0[LocusClass($1.type), default: .init()].add($1) }
  }

  /// Counts a clonotype.
  package mutating func add(_ clonotype: Clonotype) {
    if replicateReads.isEmpty {
      replicateReads = clonotype.replicateCounts
    } else {
      for (replicate, reads) in clonotype.replicateCounts.enumerated() {
        replicateReads[replicate] += reads
      }
    }
    let reads = clonotype.duplicateCount
    counts[reads, default: 0] += 1
    clonotypes += 1
    self.reads += reads
  }

  /// These clonotypes and others.
  package func adding(_ other: ClonotypeSizes) -> ClonotypeSizes {
    guard !replicateReads.isEmpty else { return other }
    var sum = self
    for (reads, count) in other.counts { sum.counts[reads, default: 0] += count }
    for (replicate, reads) in other.replicateReads.enumerated() {
      sum.replicateReads[replicate] += reads
    }
    sum.clonotypes += other.clonotypes
    sum.reads += other.reads
    return sum
  }

  /// Reads of those clonotypes that have at least so many.
  package func reads(inClonotypesOf fewest: Int) -> Int {
    counts.reduce(0) { $1.key >= fewest ? $0 + $1.key * $1.value : $0 }
  }

  /// Reads of every clonotype, most first.
  package var ranked: RankedReads { RankedReads(counts) }
}
