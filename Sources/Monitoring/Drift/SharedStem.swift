#if canImport(Glibc)
import Glibc
import Rearrangements
package import Tracking
#else
import Darwin
#endif

/// The 3′ end of a junction (D, N2 and J) that two rearrangements have in common.
package struct SharedStem: Hashable, Sendable {
  /// The baseline's bases of the stem.
  package var bases: [UInt8]
  /// Differing bases within it, at most one.
  package var mismatches: Int
  /// Its bases 5′ of J.
  package var beforeJ: Int
  /// Its bases of the 5′ element: those 5′ of all inserted ones.
  package var intoFive: Int
  /// The probability that one unrelated clonotype shares it.
  package var chance: Double

  /// The stem as text.
  package var text: String { String(decoding: bases, as: UTF8.self) }

  /// Bases 5′ of a mismatch that must agree again before it counts as one inside the stem, nt.
  ///
  /// Chosen here: four bases agree by chance in 1 of 256 cases.
  private static let minimumBeyondMismatch = 4

  /// The probability that an unrelated clonotype has the same J, cut at the same place: above what
  /// real and simulated reads show, which is 1 in 40 to 1 in 70.
  private static let chanceOfJ = 0.04

  /// Finds the longest common 3′ end of two windows; `nil` if J differs or it ends within J.
  package init?(of other: DriftClonotype, with index: DriftClonotype) {
    let (old, new) = (index.layout, other.layout)
    guard !index.jGenes.isDisjoint(with: other.jGenes) else { return nil }
    let longest = min(old.window.count, new.window.count)
    var length = 0
    var mismatch: Int?
    while length < longest {
      let place = old.window.upperBound - 1 - length
      if old.bases[place] != new.bases[new.window.upperBound - 1 - length] {
        guard mismatch == nil else { break }
        mismatch = length
      }
      length += 1
    }
    if let place = mismatch, length - place - 1 < Self.minimumBeyondMismatch {
      (length, mismatch) = (place, nil)
    }
    let start = old.window.upperBound - length
    guard start < old.ndn.upperBound else { return nil }
    let differing = mismatch.map { old.window.upperBound - 1 - $0 }
    // In a DJ the 5′ element is the D itself, of which no more than four bases are independent.
    var places = Array(start..<old.ndn.upperBound)
    places.removeAll { $0 == differing }
    let isDJ = index.type == .ighDJ
    let five = places.count { $0 < old.ndn.lowerBound }
    let inserted = old.informativeCount(places, hasD: !isDJ)
    let informative = inserted + (isDJ ? min(4, five) : 0)
    bases = Array(old.bases[start..<old.window.upperBound])
    mismatches = mismatch == nil ? 0 : 1
    beforeJ = old.ndn.upperBound - start
    intoFive = five
    let ways = mismatch == nil ? 1 : 1 + 3 * Double(beforeJ)
    chance = min(1, Self.chanceOfJ * pow(0.25, Double(informative)) * ways)
  }
}
