import ArgumentParser
import Diagnostics
import Workflows

/// What is known of a follow-up sample beside its reads.
package struct FollowupFacts: ParsableArguments {
  @Option(help: ArgumentHelp("The name of the visit, such as M3.", valueName: "v"))
  var visit: String?

  @Option(
    help: ArgumentHelp(
      "An earlier follow-up record; repeat for more.",
      valueName: "json"
    ),
    completion: .file(extensions: ["json"])
  )
  var earlier: [String] = []

  @Option(
    help: ArgumentHelp(
      "A column of a sample sheet; repeat for more.",
      valueName: "column=value"
    )
  )
  var about: [SampleFact] = []

  @Option(
    help: ArgumentHelp(
      "The amplifiable share of the DNA (0 to 1).",
      valueName: "x"
    )
  )
  var amplifiability: Double?

  package init() {}

  package func validate() throws {
    if let amplifiability, !(amplifiability > 0 && amplifiability <= 1) {
      throw ValidationError(
        "--amplifiability is \(FormattedNumber.exact(amplifiability)), expected above 0, up to 1."
      )
    }
  }

  /// The names of the options that are given.
  var given: [String] {
    let options: [(String, Bool)] = [
      ("--visit", visit != nil), ("--earlier", !earlier.isEmpty), ("--about", !about.isEmpty),
      ("--amplifiability", amplifiability != nil),
    ]
    return options.filter(\.1).map(\.0)
  }
}

extension FollowupWorkflow {
  /// The workflow that the options ask for.
  init(
    _ request: SampleRequest,
    baselinePaths: [String],
    _ facts: FollowupFacts,
    _ judgement: JudgementOptions
  ) {
    var request = request
    request.measuredAmplifiability = facts.amplifiability
    request.thresholds = judgement.thresholds
    for fact in facts.about { request.metadata[fact.column] = fact.value }
    self.init(
      request,
      baselinePaths: baselinePaths,
      earlierPaths: facts.earlier,
      visit: facts.visit
    )
  }
}
