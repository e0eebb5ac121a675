import Nucleotides

extension SubcloneTally {
  /// Bases next to primers in which a member of a clone is not looked for, nt (chosen here): next to
  /// a primer the baseline's best read may be one that lost a base unseen.
  private static let edge = 10

  /// A clonotype with a tracked junction as the clone itself and the member that its reads show
  /// beside it; any other as it is.
  ///
  /// - Parameters:
  ///   - clonotype: The clonotype.
  ///   - references: The tracked clones with V and J that the tally's reads were laid on, in its order.
  ///   - minimumShare: The share of the reads, `0...1`, from which a member is one.
  ///   - minimumDifferences: The differing bases from which a member is one.
  /// - Returns: One clonotype, or the clone and its member.
  package func split(
    _ clonotype: DriftClonotype,
    of references: [DriftClonotype],
    minimumShare: Double,
    minimumDifferences: Int
  ) -> [DriftClonotype] {
    guard let position = references.firstIndex(where: { $0.hasWindow(of: clonotype) }) else {
      return [clonotype]
    }
    let index = references[position]
    var own = clonotype
    own.layout = index.layout
    if case .clone(let id) = index.id { own.trackedID = id }
    guard let found = subclone(of: position, atLeast: minimumShare) else { return [own] }
    var bases = index.layout.bases
    let inner = bases.indices.dropFirst(Self.edge).dropLast(Self.edge)
    for (place, base) in found.bases.description.utf8.enumerated() where inner.contains(place) {
      bases[place] = base
    }
    let changed = bases.indices.filter { bases[$0] != index.layout.bases[$0] }
    guard changed.count >= minimumDifferences else { return [own] }
    var member = clonotype
    if case .row(let row) = clonotype.id { member.id = .subclone(ofRow: row) }
    member.trackedID = nil
    member.layout = index.layout
    member.layout.bases = bases
    member.layout.mutations = Set(
      index.layout.mutations + changed.filter { $0 < index.layout.ndn.lowerBound }
    ).sorted()
    return [own.scaled(by: 1 - found.share), member.scaled(by: found.share)]
  }
}

extension DriftClonotype {
  /// The clonotype with a share of its reads.
  fileprivate func scaled(by share: Double) -> DriftClonotype {
    var part = self
    part.reads = Int((Double(reads) * share).rounded())
    part.templates = templates.map { $0 * share }
    part.likeFraction = likeFraction * share
    part.cellFraction = cellFraction.map { $0 * share }
    return part
  }
}
