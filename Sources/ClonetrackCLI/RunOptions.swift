package import ArgumentParser
package import Diagnostics
import FoundationEssentials

/// How a run works and how it ends.
package struct RunOptions: ParsableArguments {
  /// The severities a finding of a sample can have.
  package enum FindingSeverity: String, CaseIterable, ExpressibleByArgument, Sendable {
    /// Worth knowing.
    case note
    /// Worth a look.
    case warning
    /// Not to be called at some or all cutoffs.
    case indeterminate
    /// The assay failed.
    case failure

    /// The severity as a diagnostic states it.
    package var severity: Diagnostic.Severity {
      switch self {
      case .note: .note
      case .warning: .warning
      case .indeterminate: .indeterminate
      case .failure: .failure
      }
    }
  }

  @Option(
    name: .customLong("threads"),
    help: ArgumentHelp("How many threads to use. (default: all cores)", valueName: "n")
  )
  var threadLimit: Int?

  @Flag(help: "Show no progress.")
  package var quiet = false

  @Option(
    help: ArgumentHelp(
      "Exit code 3 for findings as severe as this.",
      valueName: "severity"
    )
  )
  package var failOn: FindingSeverity?

  package init() {}

  package func validate() throws {
    guard let threadLimit, !(1...Self.mostThreads).contains(threadLimit) else { return }
    throw ValidationError("--threads is \(threadLimit); it must be 1 to \(Self.mostThreads).")
  }

  /// More threads than any machine of today has cores (chosen here); beyond it is a typing error.
  package static let mostThreads = 1024

  /// The number of threads to use.
  package var threads: Int { threadLimit ?? ProcessInfo.processInfo.activeProcessorCount }

  /// The exit code that the findings of a finished run call for; `nil` is success.
  package func exitCode(for findings: [Diagnostic]) -> ExitCode? {
    exitCode(for: Set(findings.map(\.severity)))
  }

  /// The exit code that findings of some severities call for; `nil` is success.
  package func exitCode(for severities: Set<Diagnostic.Severity>) -> ExitCode? {
    guard let failOn, severities.contains(where: { $0 >= failOn.severity }) else { return nil }
    return CLIExit.findings
  }
}
