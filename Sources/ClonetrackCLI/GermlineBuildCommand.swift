package import ArgumentParser
import Diagnostics
import Workflows

/// `clonetrack germline build`: a set file out of FASTA or AIRR germline set JSON.
package struct GermlineBuildCommand: ParsableCommand, ExampleProviding {
  package static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Make a germline set file out of FASTA or AIRR germline set files.",
    usage: "clonetrack germline build <sources> ... -o <output> [<options>]",
    discussion: """
      Takes FASTA with IMGT headers or plain names, gapped or not, and the JSON files of OGRDB, in \
      any number and order. V without IMGT gaps are gapped after their nearest relative; flanks of \
      D and J and the kappa elements come from the built-in set where the sources have none.
      """
  )

  package static let example = """
    clonetrack germline build germline/airr-germline-set.json \\
        -o results/our-igh.tsv
    """

  @Argument(help: "The source files.")
  var sources: [String]

  @Option(help: "The set's name; the default is the one in the JSON source.")
  var name: String?

  @Option(help: "The set's version; the default is the one in the JSON sources.")
  var setVersion: String?

  @Option(help: "Where the sequences come from.")
  var source: String = ""

  @Option(help: "The licence of the sequences.")
  var licence: String = ""

  @Option(help: "What to cite.")
  var citation: String = ""

  @Option(help: "Take only alleles of this species, such as 'Homo sapiens'.")
  var species: String?

  @Flag(help: "Add no gaps, flanks and elements of the built-in set.")
  var noDefaults = false

  @Option(name: .shortAndLong, help: "The set file to write.")
  var output: String

  @Flag(help: "Replace the set file if it is there.")
  var force = false

  package init() {}

  package func run() throws {
    try GermlineCommand.perform { () throws(Diagnostic) in
      let request = GermlineBuildRequest(
        sources: sources,
        name: name,
        version: setVersion,
        origin: source,
        licence: licence,
        citation: citation,
        species: species,
        usesDefaults: !noDefaults,
        output: output,
        replaces: force
      )
      return GermlineOutcome(try GermlineWorkflow.build(request))
    }
  }
}
