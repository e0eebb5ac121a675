import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Ctrl-C and termination requests, as something a workflow can ask about between batches.
///
/// The first signal asks the run to stop, which removes its unfinished files; the second one ends
/// the program at once.
package enum InterruptFlag {
  private static let raised = Atomic<Bool>(false)

  /// Starts to listen for SIGINT and SIGTERM.
  package static func install() {
    // The first access initialises the flag here and not inside the handler.
    raised.store(false, ordering: .sequentiallyConsistent)
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in InterruptFlag.receive() }
    }
  }

  /// Whether a signal has come since `install()`.
  package static var isRaised: Bool { raised.load(ordering: .relaxed) }

  // Runs inside a signal handler: only an atomic exchange and `_exit`, which POSIX allows there.
  private static func receive() {
    if raised.exchange(true, ordering: .sequentiallyConsistent) { _exit(130) }
  }
}
