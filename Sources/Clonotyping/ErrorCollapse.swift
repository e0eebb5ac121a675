import Nucleotides
import Rearrangements

/// Folds copies with PCR and sequencing errors into the clonotype they came from.
///
/// A child joins a parent at distance d ≤ 2 if it has at most r(d) of the parent's reads and differs
/// inside the recombined bases only where its own quality is low (article "Error collapse", section 1).
/// A single inserted or deleted base joins as a difference does: in a homopolymer, where copying
/// slips, as distance 1, elsewhere as distance 2. Everything else stays apart: it may be a subclone.
package struct ErrorCollapse: Hashable, Sendable, Codable {
  /// Largest number of differences between child and parent.
  package var maxEdit = 2
  /// Largest share of the parent's reads that a child at distance 0 (other genes) or 1 has.
  package var r1 = 0.05
  /// Largest share at distance 2.
  package var r2 = 0.01
  /// Phred score from which a difference inside the recombined bases is believed.
  package var protectNDNQuality = 30

  /// The defaults (article "The threshold profile", section 2).
  package init() {}

  /// A clonotype with fewer reads is nobody's parent at a distance: a single read is too much for it.
  package var minimumParentReads: Int {
    let share = max(r1, r2)
    return share > 0 ? Int((1 / share).rounded(.down)) : .max
  }

  /// The clonotype that a child is an error of: the nearest, of equal windows one under the same
  /// genes, then the largest; `nil` if none.
  func parent(
    of child: Clonotype,
    among candidates: [Int],
    _ kept: [Clonotype]
  ) -> Int? {
    // Candidates come by what they share; the earlier in the list is the larger.
    var best: (distance: Int, otherGenes: Int, index: Int)?
    for candidate in candidates {
      let other = kept[candidate]
      guard let distance = distance(child, other, atMost: best?.distance ?? maxEdit) else {
        continue
      }
      let isSame =
        distance == 0 && shareOne(child.fiveGenes, other.fiveGenes)
        && shareOne(child.threeGenes, other.threeGenes)
      // Reads folded into the parent on the way do not make it a bigger parent.
      let reads = other.duplicateCount - other.foldedCount
      let share = distance <= 1 ? r1 : r2
      guard isSame || Double(child.duplicateCount) <= share * Double(reads) else { continue }
      let found = (distance, distance == 0 && !isSame ? 1 : 0, candidate)
      if best.map({ found < $0 }) ?? true { best = found }
    }
    return best?.index
  }

  /// Whether two lists of genes have one in common.
  private func shareOne(_ left: [UInt16], _ right: [UInt16]) -> Bool {
    left.contains { right.contains($0) }
  }

  /// Believable differences between two windows; `nil` beyond `limit`, and if one lies
  /// inside the recombined bases.
  private func distance(
    _ child: Clonotype,
    _ parent: Clonotype,
    atMost limit: Int
  ) -> Int? {
    guard child.type == parent.type else { return nil }
    if child.window.count != parent.window.count {
      return indelDistance(child, parent).flatMap { $0 <= limit ? $0 : nil }
    }
    var differences = 0
    let read = child.window.codes
    let whole = parent.window.codes
    for offset in read.indices where read[offset] != whole[offset] {
      differences += 1
      guard differences <= limit else { return nil }
      if parent.ndn.contains(offset), Int(child.meanQualities[offset]) >= protectNDNQuality {
        return nil
      }
    }
    return differences
  }
}
