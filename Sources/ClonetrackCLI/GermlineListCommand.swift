package import ArgumentParser
import Diagnostics
import Workflows

/// `clonetrack germline list`: what a germline set has.
package struct GermlineListCommand: ParsableCommand, ExampleProviding {
  package static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Show what a germline set has."
  )

  package static let example = "clonetrack germline list --alleles"

  @Argument(help: "The set file; the default is the built-in set.")
  var set: String?

  @Flag(help: "Print a table of all alleles instead of the summary (tab-separated, 0-based).")
  var alleles = false

  @Flag(help: "Print a JSON record instead of text; with --alleles it has them, too.")
  var json = false

  package init() {}

  package func run() throws {
    try GermlineCommand.perform(json: json) { () throws(Diagnostic) in
      GermlineOutcome(listing: try GermlineWorkflow.set(at: set), alleles: alleles)
    }
  }
}
