package import ArgumentParser
import Diagnostics
import Workflows

/// `clonetrack germline`: the sets of V, D and J alleles that results are made with.
package struct GermlineCommand: ParsableCommand, ExampleProviding {
  package static let configuration = CommandConfiguration(
    commandName: "germline",
    abstract: "Build, list and verify germline sets.",
    discussion: """
      The program has a set built in (AIRR Community human IGH, IGK and IGL). Another one is a \
      single file, made by 'build' and given to other commands with --germline.
      """,
    subcommands: [GermlineBuildCommand.self, GermlineListCommand.self, GermlineVerifyCommand.self]
  )

  package static let example = "clonetrack germline list"

  package init() {}

  /// Runs one workflow, prints what it has to say and leaves with the exit code of its first error.
  ///
  /// - Parameters:
  ///   - json: Whether the record is printed instead of text.
  ///   - findingsAreResults: Whether the findings are what was asked for, so that they go to standard
  ///     output.
  ///   - work: Calls one workflow.
  /// - Throws: `ExitCode` only.
  static func perform(
    json: Bool = false,
    findingsAreResults: Bool = false,
    _ work: () throws(Diagnostic) -> GermlineOutcome
  ) throws {
    let outcome: GermlineOutcome
    let record: String?
    do throws(Diagnostic) {
      outcome = try work()
      record = json ? try outcome.json() : nil
    } catch {
      StandardError.print(error)
      throw CLIExit.code(for: error)
    }
    for finding in outcome.findings where record == nil {
      if findingsAreResults { print("\(finding)\n") } else { StandardError.print(finding) }
    }
    print(record ?? outcome.text + "\n", terminator: "")
    if let error = outcome.error { throw CLIExit.code(for: error) }
  }
}
