package import ArgumentParser
package import Diagnostics

/// The exit codes of every command: those of sysexits.h, 3 for findings and 130 for Ctrl-C.
package enum CLIExit {
  /// A finding as severe as `--fail-on` names; the run itself is complete.
  package static let findings = ExitCode(3)

  /// The exit code of an error that ended a run.
  ///
  /// A code that the registry does not know, or knows as a finding, ends a run only by a fault of
  /// the program.
  package static func code(for error: Diagnostic) -> ExitCode {
    switch CodeRegistry.entry(for: error.code)?.kind {
    case .usage: ExitCode(64)
    case .data: ExitCode(65)
    case .missingInput: ExitCode(66)
    case .cannotCreate: ExitCode(73)
    case .inputOutput: ExitCode(74)
    case .interrupted: ExitCode(130)
    case .internalFault, .finding, nil: ExitCode(70)
    }
  }
}
