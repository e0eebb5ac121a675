/// P values after Holm (1979), in their own order: the chance of one false alarm or more among all
/// tests is kept below the level they are compared with.
///
/// - Parameter pValues: The p values of all tests, `0...1`.
/// - Returns: The adjusted values, `0...1`, none below that of a smaller p value.
package func holmAdjusted(_ pValues: [Double]) -> [Double] {
  let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
  var adjusted = pValues
  var largest = 0.0
  for (rank, index) in order.enumerated() {
    largest = max(largest, min(1, Double(pValues.count - rank) * pValues[index]))
    adjusted[index] = largest
  }
  return adjusted
}
