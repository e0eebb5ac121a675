package import ArgumentParser
import Diagnostics
import Workflows

/// The `clonetrack` command.
package struct ClonetrackCommand: AsyncParsableCommand, ExampleProviding {
  package static let configuration = CommandConfiguration(
    commandName: "clonetrack",
    abstract: "Find a myeloma clone at diagnosis and count it in later marrow.",
    version: ProgramVersion.description,
    subcommands: [
      BaselineCommand.self, FollowupCommand.self, CountCommand.self, MergeCommand.self,
      BatchCommand.self, ReportCommand.self, QACommand.self,
      VerifyCommand.self, AnnotateCommand.self, GermlineCommand.self, PlanCommand.self,
      ExplainCommand.self,
    ]
  )

  package static let example = """
    clonetrack batch patient/samplesheet.csv --assay patient/assay.yaml \\
        -o results/run-02
    """

  package init() {}
}
