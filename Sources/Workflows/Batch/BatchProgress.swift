import Counting
import Synchronization

/// The progress of all samples of a run as one.
final class BatchProgress: Sendable {
  private struct State {
    var pairs: [String: Int] = [:]
    var bytes: [String: Int] = [:]
  }

  private let state = Mutex(State())
  private let total: Int?
  private let hooks: RunHooks

  /// Creates the progress of a run.
  ///
  /// - Parameters:
  ///   - total: Bytes of all read files; `nil` if not known.
  ///   - hooks: Who is told.
  init(total: Int?, _ hooks: RunHooks) { (self.total, self.hooks) = (total, hooks) }

  /// The hooks of one sample.
  func hooks(for sample: String) -> RunHooks {
    RunHooks(
      progress: { progress in self.report(sample, progress) },
      isCancelled: hooks.isCancelled
    )
  }

  private func report(_ sample: String, _ progress: RunProgress) {
    let (pairs, bytes) = state.withLock { state in
      state.pairs[sample] = progress.readPairs
      state.bytes[sample] = progress.rawBytesRead
      return (state.pairs.values.reduce(0, +), state.bytes.values.reduce(0, +))
    }
    hooks.progress(
      RunProgress(
        stage: "counting",
        readPairs: pairs,
        rawBytesRead: bytes,
        rawBytesTotal: total
      )
    )
  }
}
