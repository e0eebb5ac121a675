package import Counting
import Workflows

/// Turns reports of progress into the lines worth showing, without a clock or a terminal of its own.
package struct ProgressMeter: Sendable {
  /// The time between two lines.
  package let interval: Duration
  private let start: ContinuousClock.Instant
  private var shown: ContinuousClock.Instant

  /// A terminal's line changes four times a second: often enough to look alive (chosen here).
  package static let terminalInterval: Duration = .milliseconds(250)
  /// A log gets a line a minute.
  package static let logInterval: Duration = .seconds(60)

  /// Creates a meter that counts from `start` and first shows a line one interval later.
  package init(interval: Duration, start: ContinuousClock.Instant) {
    (self.interval, self.start, self.shown) = (interval, start, start)
  }

  /// The line to show now; `nil` if the last one is younger than the interval.
  package mutating func line(for progress: RunProgress, at now: ContinuousClock.Instant) -> String?
  {
    guard now - shown >= interval else { return nil }
    shown = now
    let elapsed = (now - start) / .seconds(1)
    var parts = [
      "\(progress.stage): \(Self.grouped(progress.readPairs)) reads",
      "\(Self.grouped(Int(Double(progress.readPairs) / elapsed))) reads/s",
    ]
    if let total = progress.rawBytesTotal, total > 0 {
      let fraction = min(1, Double(progress.rawBytesRead) / Double(total))
      parts.append("\(Int(fraction * 100)) % of input")
      if fraction > 0 {
        parts.append("\(Self.clock(Int((elapsed * (1 - fraction) / fraction).rounded()))) left")
      }
    }
    return parts.joined(separator: ", ")
  }

  /// A count with a comma before every third digit from the right, in every locale.
  package static func grouped(_ count: Int) -> String {
    var text = ""
    for (place, digit) in String(count).reversed().enumerated() {
      if place > 0, place % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }

  /// Seconds as `m:ss`, or `h:mm:ss` from an hour on.
  package static func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    guard hours > 0 else { return "\(minutes):\(two(seconds % 60))" }
    return "\(hours):\(two(minutes)):\(two(seconds % 60))"
  }
}
