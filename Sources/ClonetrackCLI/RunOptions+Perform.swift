import ArgumentParser
package import Counting
package import Diagnostics
import Workflows

extension RunOptions {
  /// Does the work of a command: shows its progress, passes Ctrl-C on, prints what it found, and
  /// leaves with the exit code that an error or `--fail-on` asks for.
  ///
  /// - Parameter work: Calls one workflow with the two functions it is given and returns the
  ///   findings about the sample.
  /// - Throws: `ExitCode` only.
  package func perform(
    _ work: (
      _ progress: @escaping @Sendable (RunProgress) -> Void,
      _ isCancelled: @escaping @Sendable () -> Bool
    ) async throws(Diagnostic) -> [Diagnostic]
  ) async throws {
    let findings = try await watch(work)
    for finding in findings { StandardError.print(finding) }
    if let code = exitCode(for: findings) { throw code }
  }

  /// Does the work of a command: shows its progress, passes Ctrl-C on, and leaves with the exit code
  /// that an error asks for.
  ///
  /// - Parameter work: Calls one workflow with the two functions it is given.
  /// - Returns: What `work` returns.
  /// - Throws: `ExitCode` only.
  package func watch<Outcome>(
    _ work: (
      _ progress: @escaping @Sendable (RunProgress) -> Void,
      _ isCancelled: @escaping @Sendable () -> Bool
    ) async throws(Diagnostic) -> Outcome
  ) async throws -> Outcome {
    InterruptFlag.install()
    let line = ProgressLine(isQuiet: quiet)
    do throws(Diagnostic) {
      let outcome = try await work({ line.show($0) }, { InterruptFlag.isRaised })
      line.clear()
      return outcome
    } catch {
      line.clear()
      StandardError.print(error)
      throw CLIExit.code(for: error)
    }
  }
}
