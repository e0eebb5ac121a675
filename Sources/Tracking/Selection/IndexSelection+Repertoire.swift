import Clonotyping
import Nucleotides

extension IndexSelection {
  /// Unrelated like clonotypes with a tenth of the candidate's reads up to as many: the decade below
  /// the candidate, which the gate is named for.
  func nextDecade(_ index: Int, _ like: LikeClonotypes) -> Int {
    let own = like.leading[index]
    return like.all.lazy.map(\.element).prefix { $0.duplicateCount * 10 >= own.duplicateCount }
      .reduce(0) {
        $0 + ($1.duplicateCount < own.duplicateCount && !isFamily($1, own) ? 1 : 0)
      }
  }

  /// Whether two clonotypes look like one family: the same genes, junctions of one length with at
  /// most 10 % (or two) differences (article "Index selection", section 6), the default of
  /// `junction_hamming` of drift.
  private func isFamily(_ left: Clonotype, _ right: Clonotype) -> Bool {
    guard left.type == right.type, left.window.count == right.window.count,
      !Set(left.fiveGenes).isDisjoint(with: right.fiveGenes),
      !Set(left.threeGenes).isDisjoint(with: right.threeGenes)
    else { return false }
    let differences = zip(left.window.codes, right.window.codes).count { $0 != $1 }
    return differences <= max(2, left.window.count / 10)
  }

  /// The largest ratio between the clonotype's shares of two replicates; `nil` with fewer than two
  /// replicates, infinite if one lacks it.
  func replicateFold(_ clonotype: Clonotype, _ like: ClonotypeSizes) -> Double? {
    let replicates = clonotype.replicateCounts.indices
    guard replicates.count > 1 else { return nil }
    let shares = replicates.compactMap { replicate -> Double? in
      let total = like.replicateReads[replicate]
      return total > 0 ? Double(clonotype.replicateCounts[replicate]) / Double(total) : nil
    }
    guard let least = shares.min(), let most = shares.max(), shares.count > 1 else { return nil }
    return least > 0 ? most / least : .infinity
  }
}
