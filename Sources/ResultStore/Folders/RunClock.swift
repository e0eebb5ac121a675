import FoundationEssentials

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// When a run started and how long it took.
struct RunClock: Sendable {
  private let date = Date()
  private let instant = ContinuousClock.now

  /// When the run started, UTC, ISO 8601.
  var started: String { date.formatted(.iso8601) }

  /// The time now, UTC, ISO 8601.
  var now: String { Date().formatted(.iso8601) }

  /// Seconds since the start, in milliseconds.
  var seconds: Double {
    let (seconds, attoseconds) = instant.duration(to: .now).components
    return Double(seconds) + Double(attoseconds / 1_000_000_000_000_000) / 1_000
  }

  /// The name of the user the program runs as.
  static var actor: String {
    // SAFETY: the entry lives until the next call, and its name is copied before that.
    guard let entry = unsafe getpwuid(geteuid()), let name = unsafe entry.pointee.pw_name else {
      return "uid \(geteuid())"
    }
    return unsafe String(cString: name)
  }

  /// The name of the machine.
  static var host: String { ProcessInfo.processInfo.hostName }
}
