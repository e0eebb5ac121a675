/// Reads by unique molecular identifier (UMI): what one target or clonotype has in one replicate.
///
/// Adding is commutative; nothing depends on the order of the reads.
package struct MoleculeFamilies: Hashable, Sendable {
  /// One molecule with what its reads agree on.
  package struct Molecule: Hashable, Sendable {
    /// The identifier, two bits a base.
    package var identifier: UInt64
    /// Its reads, those with errors in the identifier included.
    package var reads: Int
    /// The differences that more than half of its reads show.
    package var consensus: ReadDifferences
  }

  /// How many times the reads of an error a molecule has at least.
  ///
  /// Chosen here. UMI-tools folds from twice the reads on (Smith and others 2017,
  /// doi:10.1101/gr.209601.116); five times keeps two molecules of like size apart whose
  /// identifiers differ in one base by chance.
  private static let foldRatio = 5

  /// Reads by identifier and differences.
  private var families: [UInt64: [ReadDifferences: Int]] = [:]

  /// No reads.
  package init() {}

  /// Distinct identifiers.
  package var count: Int { families.count }

  /// The reads, by identifier, then by differences.
  package var all: [(identifier: UInt64, differences: ReadDifferences, reads: Int)] {
    families.sorted { $0.key < $1.key }.flatMap { identifier, family in
      family.sorted { $0.key < $1.key }.map { (identifier, $0.key, $0.value) }
    }
  }

  /// Adds reads.
  package mutating func add(
    _ identifier: UInt64,
    _ differences: ReadDifferences = .none,
    reads: Int = 1
  ) {
    families[identifier, default: [:]][differences, default: 0] += reads
  }

  /// Adds the reads of other families.
  package mutating func merge(_ other: MoleculeFamilies) {
    for (identifier, family) in other.families {
      families[identifier, default: [:]].merge(family, uniquingKeysWith: +)
    }
  }

  /// The molecules, by identifier.
  ///
  /// An identifier with one base different from another that has at least five times its reads is
  /// an error of that one; of several the one with the most reads, then the first.
  ///
  /// - Parameter length: Bases of an identifier.
  /// - Returns: Every molecule with its reads, also those of one read.
  package func molecules(length: Int) -> [Molecule] {
    let sizes = families.mapValues { $0.values.reduce(0, +) }
    var roots: [UInt64: UInt64] = [:]
    let order = sizes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var members: [UInt64: [ReadDifferences: Int]] = [:]
    for (identifier, reads) in order {
      let parent = Self.neighbours(of: identifier, length: length)
        .compactMap { near in sizes[near].map { (near, $0) } }
        .filter { $0.1 >= Self.foldRatio * reads }
        .max { ($0.1, $1.0) < ($1.1, $0.0) }
      let root = parent.flatMap { roots[$0.0] } ?? identifier
      roots[identifier] = root
      members[root, default: [:]].merge(families[identifier] ?? [:], uniquingKeysWith: +)
    }
    return members.sorted { $0.key < $1.key }.map { identifier, family in
      Molecule(
        identifier: identifier,
        reads: family.values.reduce(0, +),
        consensus: Self.consensus(family)
      )
    }
  }

  /// Identifiers with one other base.
  private static func neighbours(of identifier: UInt64, length: Int) -> [UInt64] {
    (0..<length).flatMap { place in
      (1...3 as ClosedRange<UInt64>).map { identifier ^ ($0 << UInt64(2 * place)) }
    }
  }

  /// What more than half of the reads show, at the best score of each difference.
  private static func consensus(_ family: [ReadDifferences: Int]) -> ReadDifferences {
    struct Place: Hashable {
      var offset: Int
      var base: UInt8
    }
    var votes: [Place: (reads: Int, score: UInt8)] = [:]
    var total = 0
    for (differences, reads) in family {
      total += reads
      for one in differences.all {
        let place = Place(offset: one.offset, base: one.base)
        let known = votes[place] ?? (0, 0)
        votes[place] = (known.reads + reads, max(known.score, one.score))
      }
    }
    var consensus = ReadDifferences()
    for (place, vote) in votes where 2 * vote.reads > total {
      consensus.add(offset: place.offset, base: place.base, score: vote.score)
    }
    return consensus
  }
}
