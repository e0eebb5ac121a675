package import Tracking

/// The bases around a recombination, beside the germline they come from.
package struct RecombinationRecord: Codable, Hashable, Sendable {
  /// The junction; without one the recombined bases with up to 20 on either side.
  ///
  /// Coding strand.
  package var sequence: String
  /// As long as `sequence`: the germline's base under each, `N` where recombination put bases in,
  /// `-` where none is aligned.
  package var germline: String
  /// The 5′ element in `sequence`: V, D of an IGH DJ, or the intron.
  package var fivePrime: OffsetRange
  /// D between V and J; `nil` where none was found, or none can be.
  @ExplicitNull package var d: OffsetRange?
  /// The 3′ element in `sequence`: J or Kde.
  package var threePrime: OffsetRange

  /// Creates a record.
  package init(
    sequence: String,
    germline: String,
    fivePrime: OffsetRange,
    d: OffsetRange?,
    threePrime: OffsetRange
  ) {
    self.sequence = sequence
    self.germline = germline
    self.fivePrime = fivePrime
    self.d = d
    self.threePrime = threePrime
  }

  private enum CodingKeys: String, CodingKey {
    case sequence
    case germline
    case fivePrime = "five_prime"
    case d
    case threePrime = "three_prime"
  }
}

extension RecombinationRecord {
  /// The record of a junction beside its germline.
  package init(_ alignment: JunctionAlignment) {
    self.init(
      sequence: alignment.sequence,
      germline: alignment.germline,
      fivePrime: OffsetRange(alignment.fivePrime),
      d: alignment.d.map { OffsetRange($0) },
      threePrime: OffsetRange(alignment.threePrime)
    )
  }

  /// The junction beside its germline; `nil` if ranges do not fit the sequence.
  package var alignment: JunctionAlignment? {
    let whole = 0..<sequence.utf8.count
    func inside(_ offsets: OffsetRange) -> Range<Int>? {
      offsets.range.flatMap { $0.upperBound <= whole.upperBound ? $0 : nil }
    }
    guard let five = inside(fivePrime), let three = inside(threePrime),
      d.map({ inside($0) != nil }) ?? true
    else { return nil }
    return JunctionAlignment(
      sequence: sequence,
      germline: germline,
      fivePrime: five,
      d: d.flatMap(inside),
      threePrime: three
    )
  }
}
