package import ArgumentParser
import Diagnostics
import Workflows

/// `clonetrack qa`: failures over any number of finished runs.
package struct QACommand: ParsableCommand, ExampleProviding {
  package static let configuration = CommandConfiguration(
    commandName: "qa",
    abstract: "Summarise the failures of finished runs: rates, control charts, clusters.",
    usage: "clonetrack qa <dir> ... -o <dir> [<options>]",
    discussion: """
      Reads the records of 'batch', 'baseline' and 'followup' in the folders given and in all \
      folders below. Writes failures.tsv (one finding a row), failure_summary.json, .tsv and .md, \
      and qa.html. A library counts once, however often its folder is given.
      """
  )

  package static let example = "clonetrack qa results/run-01 -o results/qa"

  @Argument(
    help: ArgumentHelp("Folders of finished runs or samples.", valueName: "dir"),
    completion: .directory
  )
  var folders: [String]

  @Option(
    help: ArgumentHelp(
      "Runs, from the first, that mean and SD of the control charts come from.",
      valueName: "n"
    )
  )
  var referenceRuns = 20

  @OptionGroup(title: "Results") var outputs: OutputOptions

  package init() {}

  package func validate() throws {
    guard referenceRuns < 5 else { return }
    throw ValidationError("--reference-runs is \(referenceRuns); it must be 5 or more.")
  }

  package func run() throws {
    let workflow = QualityWorkflow(
      QualityRequest(
        folders: folders,
        output: outputs.output,
        referenceRuns: referenceRuns,
        force: outputs.force
      )
    )
    do throws(Diagnostic) {
      try outputs.show(try workflow.run(), record: QualityWorkflow.recordName)
    } catch {
      StandardError.print(error)
      throw CLIExit.code(for: error)
    }
  }
}
