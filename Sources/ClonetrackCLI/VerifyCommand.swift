package import ArgumentParser
import Diagnostics
import Workflows

/// `clonetrack verify`: parses arguments, calls one workflow, prints; decides nothing.
package struct VerifyCommand: ParsableCommand, ExampleProviding {
  package static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that results and their audit trail are as they were written.",
    discussion: """
      In the folder of a run: that no line of audit.jsonl was changed or removed and that every \
      result has the sha256 the trail names. In the folder of a single sample: the sha256 that its \
      run.json names. Lines taken away from the end of a trail show only if the digest of its last \
      line was noted elsewhere: give it as --head.
      """
  )

  package static let example = "clonetrack verify results/run-01"

  @Argument(help: ArgumentHelp("The folder of a run or of a sample.", valueName: "dir"))
  var folder: String

  @Option(help: ArgumentHelp("The digest that 'verify' printed before.", valueName: "sha256"))
  var head: String?

  @Flag(help: "Print a JSON record instead of text.")
  var json = false

  package init() {}

  package func run() throws {
    let outcome: VerifyWorkflow.Outcome
    do throws(Diagnostic) {
      outcome = try VerifyWorkflow(folder: folder, head: head).run()
      try StandardOutput.write(json ? outcome.json() : outcome.summary)
    } catch {
      StandardError.print(error)
      throw CLIExit.code(for: error)
    }
    for fault in outcome.faults { StandardError.print(fault) }
    if let fault = outcome.faults.first { throw CLIExit.code(for: fault) }
  }
}
