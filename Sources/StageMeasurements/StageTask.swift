import Dispatch
import Synchronization

/// Runs the tasks of a stage.
enum StageTask {
  /// What the task threw.
  private final class Fault: Sendable {
    let error = Mutex<(any Error)?>(nil)
  }

  /// Waits for a task on the main thread: an asynchronous main function would end that thread, which
  /// valgrind does not survive.
  ///
  /// - Parameter body: The task.
  /// - Throws: What the task throws.
  static func wait(_ body: @escaping @Sendable () async throws -> Void) throws {
    let (fault, done) = (Fault(), DispatchSemaphore(value: 0))
    Task {
      do {
        try await body()
      } catch {
        fault.error.withLock { $0 = error }
      }
      done.signal()
    }
    done.wait()
    if let error = fault.error.withLock({ $0 }) { throw error }
  }
}
