import ArgumentParser

/// Something known of a sample, as a column of a sample sheet: `collection_date=2024-04-15`.
package struct SampleFact: Hashable, Sendable, ExpressibleByArgument {
  /// The column.
  package var column: String
  /// What stands in it.
  package var value: String

  /// Reads a fact; `nil` without a name before the first equals sign.
  package init?(argument: String) {
    guard let sign = argument.firstIndex(of: "="), sign != argument.startIndex else { return nil }
    column = String(argument[..<sign])
    value = String(argument[argument.index(after: sign)...])
  }
}
