import Alignments
package import Clonotyping
import Nucleotides

/// Decides whether reads within the tolerance of a target are its own or a neighbour's.
///
/// A neighbour is a clonotype of the sample, kept apart by error collapse, whose sequence differs
/// from a target's signature in as few bases as a read may. It is abundant enough to count if it has
/// more reads than errors of the target would explain. Of the explanations of a read the one with
/// the largest K · L is believed, K its reads in the sample and L the likelihood of the read's
/// differences with their qualities.
package struct ReadAttribution: Sendable {
  /// Whose a read is.
  package enum Owner: Hashable, Sendable {
    /// The target's.
    case target
    /// A neighbour's.
    case neighbour
    /// About as likely the target's as a neighbour's.
    case ambiguous
  }

  /// A clonotype near a target.
  private struct Neighbour: Sendable {
    var reads: Int
    /// Bases that differ from the signature, by offset.
    var bases: [Int: UInt8]
  }

  /// Reads of a neighbour that are none, however few the target has.
  ///
  /// Chosen here: clonotypes of one or two reads are mostly errors themselves.
  private static let negligibleReads = 2

  private let exactReads: [Int]
  private let neighbours: [[Neighbour]]
  private let costs: MismatchCosts
  private let errorRate: Double
  private let decisive: Double

  /// Looks for the neighbours of every target.
  ///
  /// - Parameters:
  ///   - matcher: The targets.
  ///   - exactReads: Reads of each target without a difference.
  ///   - clonotypes: The sample's clonotypes, errors folded.
  ///   - collapse: What share of a clonotype's reads its errors may have.
  ///   - errorRate: ε, the errors of a base.
  package init(
    _ matcher: SignatureMatcher,
    exactReads: [Int],
    clonotypes: ClonotypeList,
    collapse: ErrorCollapse,
    errorRate: Double
  ) {
    self.exactReads = exactReads
    self.errorRate = errorRate
    costs = matcher.costs
    decisive = naturalLogarithm(max(1, matcher.tolerance.leastOdds))
    let least = exactReads.map { max(Self.negligibleReads, Int(collapse.r1 * Double($0))) }
    var neighbours = [[Neighbour]](repeating: [], count: exactReads.count)
    for clonotype in clonotypes.lazy.prefix(while: { $0.duplicateCount > Self.negligibleReads }) {
      let codes = clonotype.representative.codes
      let window = clonotype.windowOffset..<(clonotype.windowOffset + clonotype.window.count)
      for (target, start, distance) in matcher.neighbours(of: codes.span)
      where distance > 0 && clonotype.duplicateCount > least[target] {
        guard matcher.targets[target].type.map({ $0 == clonotype.type }) ?? true else { continue }
        let bases = matcher.targets[target].signature.bases.codes
        let differing = bases.indices.filter { codes[start + $0] != bases[$0] }
        // Without a difference in the window it is the target's own clonotype.
        guard differing.contains(where: { window.contains(start + $0) }) else { continue }
        neighbours[target].append(
          Neighbour(
            reads: clonotype.duplicateCount,
            bases: Dictionary(uniqueKeysWithValues: differing.map { ($0, codes[start + $0]) })
          )
        )
      }
    }
    self.neighbours = neighbours
  }

  /// Whose the reads are that differ from a target in some bases.
  ///
  /// Reads without a difference are the target's; how many of those errors of neighbours would give
  /// is `expectedErrorReads`.
  package func owner(_ differences: ReadDifferences, of target: Int) -> Owner {
    guard !differences.isEmpty else { return .target }
    let read = differences.all
    let rival = neighbours[target].map { neighbour in
      var cost = 0
      var agreeing = 0
      for difference in read {
        if neighbour.bases[difference.offset] == difference.base {
          agreeing += 1
        } else {
          cost += costs.cost(difference.score)
          if neighbour.bases[difference.offset] != nil { agreeing += 1 }
        }
      }
      // Where the read agrees with the target its quality is not known; it is taken for sure.
      cost += costs.surest * (neighbour.bases.count - agreeing)
      return weight(neighbour.reads, cost)
    }.max()
    guard let rival else { return .target }
    let own = weight(exactReads[target] + 1, read.reduce(0) { $0 + costs.cost($1.score) })
    if own - rival >= decisive { return .target }
    return rival - own >= decisive ? .neighbour : .ambiguous
  }

  /// Reads that errors of neighbours are expected to make look exactly like a target:
  /// μ_err = Σ K_nb · (ε/3)^d (article "Matching", section 4).
  package func expectedErrorReads(of target: Int) -> Double {
    neighbours[target].reduce(0) { sum, neighbour in
      var reads = Double(neighbour.reads)
      for _ in 0..<neighbour.bases.count { reads *= errorRate / 3 }
      return sum + reads
    }
  }

  private func weight(_ reads: Int, _ cost: Int) -> Double {
    naturalLogarithm(Double(reads)) - Double(cost) / MismatchCosts.unit
  }
}
