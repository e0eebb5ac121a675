/// The clonotypes of a sample, most reads first: the leading ones in memory, the others wherever they
/// were put.
///
/// Going through the leading ones costs nothing; each of the others is made when it is its turn. What
/// is asked of all clonotypes at once is in `sizes`.
package struct ClonotypeList: Sendable {
  /// The clonotypes in memory.
  package let leading: [Clonotype]
  /// The clonotypes behind them; `nil` if there are none.
  package let stored: (any StoredClonotypes)?
  /// Reads and clonotypes of each class that has any.
  package let sizes: [LocusClass: ClonotypeSizes]

  /// Creates a list.
  ///
  /// - Parameters:
  ///   - leading: The first clonotypes, in the order of `Clonotype.precedes`.
  ///   - stored: Those behind them in that order; `nil` for none.
  package init(_ leading: [Clonotype], followedBy stored: (any StoredClonotypes)? = nil) {
    (self.leading, self.stored) = (leading, stored)
    var sizes = ClonotypeSizes.byClass(leading)
    if let stored { sizes.merge(stored.sizes) { $0.adding($1) } }
    self.sizes = sizes
  }

  /// How many clonotypes there are.
  package var count: Int { leading.count + (stored?.count ?? 0) }

  /// Reads of all clonotypes.
  package var reads: Int { sizes.values.reduce(0) { $0 + $1.reads } }

  /// Reads of each class that has any.
  package var classReads: [LocusClass: Int] { sizes.mapValues(\.reads) }

  /// The clonotypes of a class with their places in the list, in its order.
  package func clonotypes(
    of locusClass: LocusClass
  ) -> some Sequence<(offset: Int, element: Clonotype)> {
    var first = leading.enumerated().makeIterator()
    var others: AnyIterator<(offset: Int, element: Clonotype)>?
    return AnyIterator {
      while let next = first.next() {
        if LocusClass(next.element.type) == locusClass { return next }
      }
      let behind = others ?? stored?.clonotypes(of: locusClass)
      others = behind
      return behind?.next().map { ($0.offset + leading.count, $0.element) }
    }
  }
}

extension ClonotypeList: Sequence {
  /// Goes through the list in order.
  package func makeIterator() -> some IteratorProtocol<Clonotype> {
    var first = leading.makeIterator()
    var others: AnyIterator<(offset: Int, element: Clonotype)>?
    return AnyIterator {
      if let next = first.next() { return next }
      let behind = others ?? stored?.clonotypes(of: nil)
      others = behind
      return behind?.next()?.element
    }
  }
}
