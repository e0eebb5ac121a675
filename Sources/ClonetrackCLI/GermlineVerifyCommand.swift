package import ArgumentParser
import Diagnostics
import Workflows

/// `clonetrack germline verify`: whether a germline set is whole and what it says.
package struct GermlineVerifyCommand: ParsableCommand, ExampleProviding {
  package static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a germline set and its sha256.",
    discussion: "Leaves with exit code 65 if the set must not be used."
  )

  package static let example = "clonetrack germline verify results/our-igh.tsv"

  @Argument(help: "The set file; the default is the built-in set.")
  var set: String?

  @Option(name: .customLong("sha256"), help: "The sha256 the set file must have.")
  var statedSHA256: String?

  @Flag(help: "Print a JSON record instead of text.")
  var json = false

  package init() {}

  package func run() throws {
    try GermlineCommand.perform(json: json, findingsAreResults: true) { () throws(Diagnostic) in
      GermlineOutcome(try GermlineWorkflow.verify(set, statedSHA256: statedSHA256))
    }
  }
}
