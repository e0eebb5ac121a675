/// The 8-mers of all classes, and once more those of 3′ elements alone.
///
/// Where the 5′ element is known, only 3′ elements are asked: their table is smaller and stays in the
/// cache.
package struct KmerIndexes: Sendable {
  /// The 8-mers of all classes.
  let all: ElementIndex
  /// Those of 3′ elements.
  let threePrime: ElementIndex

  /// Indexes the rows of some matrices.
  package init(_ matrices: ReferenceMatrices) {
    all = ElementIndex(matrices.all)
    threePrime = ElementIndex(matrices.all.filter { !$0.elementClass.isFivePrime })
  }
}
