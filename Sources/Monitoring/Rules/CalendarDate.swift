/// A day of the Gregorian calendar, as sample sheets and run records state it.
package struct CalendarDate: Hashable, Comparable, Sendable {
  /// The year, 1 to 9999.
  package var year: Int
  /// The month, 1 to 12.
  package var month: Int
  /// The day of the month, from 1.
  package var day: Int

  /// Reads `2024-01-31`; `nil` if the text is anything else or the month has no such day.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isPlain = text.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) }
    guard isPlain, parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2]), year > 0, (1...12).contains(month),
      day > 0, day <= Self.dayCount(month, of: year)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Reads the day that an ISO 8601 date or time begins with; `nil` if there is none.
  package init?(startOf text: String) { self.init(String(text.prefix(10))) }

  /// The days of a month.
  private static func dayCount(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The days since 31 December of the year before year 1.
  private var ordinal: Int {
    let before = year - 1
    let leapDays = before / 4 - before / 100 + before / 400
    return before * 365 + leapDays + (1..<month).reduce(day) { $0 + Self.dayCount($1, of: year) }
  }

  /// The days from this day to another; negative if the other is earlier.
  package func days(to other: Self) -> Int { other.ordinal - ordinal }

  /// Orders days in time.
  package static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The month as `2024-01`.
  package var yearMonth: String { String(description.prefix(7)) }

  /// The day as `2024-01-31`.
  package var description: String {
    func digits(_ number: Int, _ width: Int) -> String {
      let text = "\(number)"
      return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
  }
}
