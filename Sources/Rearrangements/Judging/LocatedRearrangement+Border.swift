extension LocatedRearrangement {
  /// Where both elements claim the same bases, gives each its own side of the best border; of equal
  /// borders the one that leaves most to the 5′ element.
  ///
  /// - Parameters:
  ///   - strand: The strand that they lie on.
  ///   - matrices: The elements.
  package mutating func separateElements(on strand: Strand, _ matrices: ReferenceMatrices) {
    guard five.end > three.start else { return }
    let first = max(three.start, five.start)
    let last = min(five.end, three.end)
    guard first < last else {
      five.end = min(five.end, three.start)
      return
    }
    let left = (placement: five.placement(in: matrices, on: strand), row: five.row)
    let right = (placement: three.placement(in: matrices, on: strand), row: three.row)
    var total = (first..<last).count { right.placement.isEqual(row: right.row, at: $0) }
    var best = (border: first, total: total)
    for position in first..<last {
      if left.placement.isEqual(row: left.row, at: position) { total += 1 }
      if right.placement.isEqual(row: right.row, at: position) { total -= 1 }
      if total >= best.total { best = (position + 1, total) }
    }
    five.end = best.border
    three.start = best.border
  }
}

extension Placement {
  /// Whether a row has the base that the strand has at an offset.
  fileprivate func isEqual(row: Int, at position: Int) -> Bool {
    let column = position - origin + matrix.origin
    guard column >= 0, column < matrix.width else { return false }
    return matrix.cells[row * matrix.width + column] == strand.bases[position]
  }
}
