#if canImport(Glibc)
import Glibc
import Rearrangements
package import Tracking
#else
import Darwin
#endif

/// Two rearrangements of one V, one J and one junction length, laid on each other.
package struct FamilyComparison: Hashable, Sendable {
  /// Differing bases of the junctions.
  package var junctionDistance: Int
  /// Differing bases in all.
  package var differences: Int
  /// Bases compared.
  package var compared: Int
  /// The baseline's hypermutated places that the other shows too.
  package var sharedMutations: Int
  /// The baseline's hypermutated places that the other covers.
  package var mutations: Int
  /// The probability that one unrelated clonotype is as alike.
  package var chance: Double
  /// Whether the junctions are near enough for a family.
  package var isFamily: Bool

  /// Compares two clonotypes; `nil` if type, J, V or junction length differ.
  ///
  /// A V that has come nearer to another gene by hypermutation is still the same V: it has fewer
  /// differences from the baseline than from its own germline.
  package init?(of other: DriftClonotype, with index: DriftClonotype, _ limits: DriftLimits) {
    let (old, new) = (index.layout, other.layout)
    guard other.type == index.type, old.window.count == new.window.count,
      index.jCall == nil || !index.jGenes.isDisjoint(with: other.jGenes)
    else { return nil }
    let shift = new.window.lowerBound - old.window.lowerBound
    let first = max(0, -shift)
    let last = min(old.bases.count, new.bases.count - shift)
    guard first < last else { return nil }
    let differing = (first..<last).filter { old.bases[$0] != new.bases[$0 + shift] }
    let variable = differing.count { $0 < old.ndn.lowerBound }
    guard
      index.vCall == nil || !index.vGenes.isDisjoint(with: other.vGenes)
        || variable < new.mutations.count
    else { return nil }
    differences = differing.count
    compared = last - first
    junctionDistance = differing.count(where: old.window.contains)
    let covered = old.mutations.filter { (first..<last).contains($0) }
    mutations = covered.count
    let kept = covered.filter { old.bases[$0] == new.bases[$0 + shift] }
    sharedMutations = kept.count
    let equal = old.ndn.filter { (first..<last).contains($0) && !differing.contains($0) }
    let informative =
      old.informativeCount(equal, hasD: index.type == .ighVDJ) + kept.count
    let unequal = differing.count(where: old.ndn.contains)
    chance = min(
      1,
      pow(0.25, Double(informative)) * pow(3 * Double(max(1, old.ndn.count)), Double(unequal))
    )
    isFamily =
      Double(junctionDistance)
      <= max(2, limits.junctionDistance * Double(old.window.count))
  }

  /// The share of the baseline's hypermutated places that the other shows; 1 without any.
  package var sharedFraction: Double {
    mutations == 0 ? 1 : Double(sharedMutations) / Double(mutations)
  }
}
