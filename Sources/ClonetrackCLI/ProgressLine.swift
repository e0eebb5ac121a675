package import Counting
import Synchronization
import Workflows

/// The progress of a run on standard error: one line that changes on a terminal, a line a minute
/// elsewhere, nothing with `--quiet`.
package final class ProgressLine: Sendable {
  private struct State {
    var meter: ProgressMeter
    var isShown = false
  }

  // Workers report from several threads.
  private let state: Mutex<State>
  private let isQuiet: Bool
  private let isTerminal: Bool
  private let write: @Sendable (String) -> Void

  /// Creates the progress of a run that starts now.
  ///
  /// - Parameters:
  ///   - isQuiet: Whether to show nothing.
  ///   - isTerminal: Whether lines may be overwritten.
  ///   - start: When the run starts.
  ///   - write: Where the text goes.
  package init(
    isQuiet: Bool,
    isTerminal: Bool,
    start: ContinuousClock.Instant = .now,
    write: @escaping @Sendable (String) -> Void
  ) {
    let interval = isTerminal ? ProgressMeter.terminalInterval : ProgressMeter.logInterval
    state = Mutex(State(meter: ProgressMeter(interval: interval, start: start)))
    (self.isQuiet, self.isTerminal, self.write) = (isQuiet, isTerminal, write)
  }

  /// Creates the progress of a run that starts now, on standard error.
  package convenience init(isQuiet: Bool) {
    self.init(
      isQuiet: isQuiet,
      isTerminal: StandardError.isTerminal,
      write: { StandardError.write($0) }
    )
  }

  /// Shows where the run is, if it is time to.
  package func show(_ progress: RunProgress, at now: ContinuousClock.Instant = .now) {
    guard !isQuiet else { return }
    state.withLock { state in
      guard let line = state.meter.line(for: progress, at: now) else { return }
      state.isShown = true
      // Carriage return, the line, then "erase to the end of the line" (ECMA-48 EL).
      write(isTerminal ? "\r\(line)\u{1B}[K" : "\(line)\n")
    }
  }

  /// Takes the line away from a terminal, so that what follows starts on a clean one.
  package func clear() {
    state.withLock { state in
      if state.isShown, isTerminal { write("\r\u{1B}[K") }
      state.isShown = false
    }
  }
}
