import Clonotyping
package import Quantification
import Tracking

/// What one visit of a subject says about the level: a point of a curve over time.
package struct VisitLevel: Codable, Hashable, Sendable {
  /// The sample.
  package var sample: String
  /// The visit as the user named it; `nil` if it has no name.
  @ExplicitNull package var visit: String?
  /// The collection date, ISO 8601; `nil` if it is not known.
  @ExplicitNull package var collectionDate: String?
  /// The answer of a follow-up; `nil` for a baseline.
  @ExplicitNull package var call: SampleCall?
  /// Clonal cells per nucleated cell, `0...1`; `nil` for a baseline, or if not known.
  @ExplicitNull package var mrd: Double?
  /// The 95 % confidence interval of `mrd`.
  package var mrdCI: Interval
  /// The level detected with 95 % probability, `0...1`; `nil` for a baseline, or if not known.
  @ExplicitNull package var lod95: Double?
  /// The largest share of cells of a baseline's primary clonotypes, `0...1`; `nil` for a
  /// follow-up, or if not known.
  @ExplicitNull package var cellFraction: Double?

  /// Creates a point.
  init(
    sample: String,
    visit: String?,
    collectionDate: String?,
    call: SampleCall? = nil,
    mrd: Double? = nil,
    mrdCI: Interval = Interval(lower: nil, upper: nil),
    lod95: Double? = nil,
    cellFraction: Double? = nil
  ) {
    (self.sample, self.visit) = (sample, Self.stated(visit))
    self.collectionDate = Self.stated(collectionDate)
    (self.call, self.mrd, self.mrdCI, self.lod95) = (call, mrd, mrdCI, lod95)
    self.cellFraction = cellFraction
  }

  /// What drawings and tables call it: the visit, or else the sample.
  package var title: String { visit ?? sample }

  private static func stated(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }

  private enum CodingKeys: String, CodingKey {
    case sample
    case visit
    case collectionDate = "collection_date"
    case call
    case mrd
    case mrdCI = "mrd_ci"
    case lod95
    case cellFraction = "cell_fraction"
  }
}

extension VisitLevel {
  /// Whether one visit stands before another on a page: baselines first, then by date where both have
  /// one, then by the numbers in their names, then by name.
  package static func precedes(_ left: VisitLevel, _ right: VisitLevel) -> Bool {
    order(left, right, (left.title, right.title))
      ?? ((left.title, left.sample) < (right.title, right.sample))
  }

  /// Whether one visit is known to be earlier than another: a baseline before a follow-up, an earlier
  /// date, or a smaller number in the visit's name where a date is missing.
  package static func isEarlier(_ left: VisitLevel, than right: VisitLevel) -> Bool {
    order(left, right, (left.visit, right.visit)) ?? false
  }

  /// What is known about the order of two visits; `nil` if nothing is.
  private static func order(
    _ left: VisitLevel,
    _ right: VisitLevel,
    _ names: (left: String?, right: String?)
  ) -> Bool? {
    if (left.call == nil) != (right.call == nil) { return left.call == nil }
    if let first = left.collectionDate, let second = right.collectionDate {
      if first != second { return first < second }
    }
    if let first = number(names.left), let second = number(names.right), first != second {
      return first < second
    }
    return nil
  }

  /// The first number in a name, such as 12 in `M12`; `nil` if there is none.
  private static func number(_ name: String?) -> Int? {
    name.flatMap { name in
      Int(name.drop { !$0.isASCII || !$0.isNumber }.prefix { $0.isASCII && $0.isNumber })
    }
  }
}
