/// Working memory for placing elements, and the rows that were found.
package struct PlacingScratch: ~Copyable {
  /// The 8-mers' votes on the strand at hand.
  package var votes = KmerVotes()
  /// The rows compared last.
  var comparison = RowComparison()
  /// A row of each class that fitted a read before: the first to be tried where any will do.
  var likelyRows = InlineArray<9, Int>(repeating: 0)
  /// The rows that fit the 5′ element equally well; meaningless where none was placed.
  package var fiveRows: [Int] = []
  /// The rows that fit the 3′ element equally well; meaningless where none was placed.
  package var threeRows: [Int] = []

  /// Creates scratch that grows with use.
  package init() {}
}
