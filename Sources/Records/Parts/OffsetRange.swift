/// A stretch of a sequence.
package struct OffsetRange: Codable, Hashable, Sendable {
  /// The 0-based offset of the first base.
  package var start: Int
  /// The 0-based offset after the last base; equal to `start` if there is none.
  package var end: Int

  /// Creates a record.
  package init(
    start: Int,
    end: Int
  ) {
    self.start = start
    self.end = end
  }

  private enum CodingKeys: String, CodingKey {
    case start
    case end
  }
}

extension OffsetRange {
  /// The record of a half-open range.
  package init(_ range: Range<Int>) { self.init(start: range.lowerBound, end: range.upperBound) }

  /// The half-open range; `nil` if its ends are not in order or lie before the first base.
  package var range: Range<Int>? { 0 <= start && start <= end ? start..<end : nil }
}
