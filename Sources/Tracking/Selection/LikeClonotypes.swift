import Clonotyping

/// The clonotypes of one class as index selection looks at them.
struct LikeClonotypes {
  /// The clonotypes with most reads, as many as are listed.
  let leading: [Clonotype]
  /// The rows, from 1, of these clonotypes in the sample's table.
  let rows: [Int]
  /// Reads and clonotypes of the class.
  let sizes: ClonotypeSizes
  /// All clonotypes, which may lie outside of memory.
  let all: AnySequence<(offset: Int, element: Clonotype)>
  /// Reads of the third clonotype; 0 without one.
  let third: Int

  /// Looks at a class; `nil` without a clonotype of it.
  ///
  /// - Parameters:
  ///   - locusClass: The class.
  ///   - clonotypes: The sample's clonotypes.
  ///   - listed: How many are listed.
  init?(_ locusClass: LocusClass, of clonotypes: ClonotypeList, _ listed: Int) {
    guard let sizes = clonotypes.sizes[locusClass], sizes.reads > 0 else { return nil }
    self.sizes = sizes
    let all = AnySequence { clonotypes.clonotypes(of: locusClass).makeIterator() }
    self.all = all
    let listedRows = Array(all.prefix(listed))
    leading = listedRows.map(\.element)
    rows = listedRows.map { $0.offset + 1 }
    let ranked = sizes.ranked
    third = ranked.count > 2 ? ranked[2] : 0
  }
}
