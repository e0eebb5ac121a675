/// Clonotypes outside of memory.
package protocol StoredClonotypes: Sendable {
  /// How many there are.
  var count: Int { get }
  /// Reads and clonotypes of each class that has any.
  var sizes: [LocusClass: ClonotypeSizes] { get }

  /// The clonotypes in the order of `Clonotype.precedes`, each with its place among all of them.
  ///
  /// - Parameter locusClass: The class of those that are wanted; `nil` for all.
  /// - Returns: The clonotypes; they end early where reading fails, which the store tells apart.
  func clonotypes(
    of locusClass: LocusClass?
  ) -> AnyIterator<(offset: Int, element: Clonotype)>
}
