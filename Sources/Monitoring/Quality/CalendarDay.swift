/// A day of the Gregorian calendar, as sample sheets and run records state it.
package struct CalendarDay: Hashable, Comparable, Sendable {
  /// Days since 1 January of the year 0.
  package let number: Int
  /// The month, `2026-03`.
  package let month: String

  /// Reads the day at the start of an ISO 8601 date or time; `nil` if there is none.
  package init?(_ text: String) {
    let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2],
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      year >= 0, (1...12).contains(month), (1...Self.days(of: month, in: year)).contains(day)
    else { return nil }
    self.month = String(text.prefix(7))
    let before = (1..<month).reduce(0) { $0 + Self.days(of: $1, in: year) }
    // Leap years before this one; the year 0 is one.
    let leaps = year > 0 ? (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400 + 1 : 0
    number = 365 * year + leaps + before + day - 1
  }

  /// Orders days from early to late.
  package static func < (left: Self, right: Self) -> Bool { left.number < right.number }

  /// The median of some numbers of days, the mean of the middle two for an even count; `nil` of
  /// none.
  package static func median(_ days: [Int]) -> Double? {
    guard !days.isEmpty else { return nil }
    let sorted = days.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
      ? Double(sorted[middle - 1] + sorted[middle]) / 2 : Double(sorted[middle])
  }

  private static func days(of month: Int, in year: Int) -> Int {
    switch month {
    case 2:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
