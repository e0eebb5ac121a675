import ArgumentParser
import Foundation

/// Measures the quantification on follow-ups whose truth is known, and prints the tables.
@main
struct QuantificationExperiment: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure coverage, bias, detection and false positives by simulation.",
    discussion: "Prints Markdown. Example: QuantificationExperiment --runs 10000 > Experiment.md"
  )

  @Option(help: "The seed all draws come from.")
  var seed = ExperimentPlan().seed

  @Option(help: "The follow-ups of each model.")
  var runs = ExperimentPlan().runs

  @Option(help: "The blanks of each background.")
  var blanks = ExperimentPlan().blanks

  @Option(help: "The models simulated at the same time; changes no number.")
  var threads = 2

  func validate() throws {
    guard runs > 1, blanks > 0, threads > 0 else {
      throw ValidationError("--runs must be 2 or more, --blanks and --threads 1 or more.")
    }
  }

  func run() async throws {
    var plan = ExperimentPlan()
    (plan.seed, plan.runs, plan.blanks) = (seed, runs, blanks)
    // Unlike `print`, this fails where the disk is full, and the article stays as it was.
    let article = await Experiment(plan, threads: threads).markdown
    try FileHandle.standardOutput.write(contentsOf: Data(article.utf8))
  }
}
