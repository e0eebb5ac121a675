package import ArgumentParser
import Diagnostics
import Workflows

/// `clonetrack plan`: parses arguments, calls one workflow, prints; decides nothing.
package struct PlanCommand: ParsableCommand, ExampleProviding {
  package static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Say how many cells, how much DNA and how many reads a cutoff needs.",
    usage: "clonetrack plan [<options>]",
    discussion: """
      Without options prints the table of the profile. With --dna-ng says how many replicates each \
      cutoff needs, and what a sample of --replicates can reach.
      """
  )

  package static let example =
    "clonetrack plan --cutoff 1e-5 --dna-ng 700 --replicates 3 --amplifiability 0.8"

  @Option(
    help: ArgumentHelp(
      "A cutoff, such as 1e-5; repeat for more than one. (default: those of the profile)",
      valueName: "x"
    )
  )
  var cutoff: [Double] = []

  @Option(
    help: ArgumentHelp("The chance of seeing a clone as frequent as the cutoff.", valueName: "p")
  )
  var power = 0.95

  @Option(help: ArgumentHelp("The templates of the clone that must be there.", valueName: "n"))
  var templates = 1

  @Option(help: ArgumentHelp("DNA in each replicate, in nanograms.", valueName: "n"))
  var dnaNg: DNAMass?

  @Option(help: ArgumentHelp("The replicates of a sample with that DNA.", valueName: "n"))
  var replicates = 1

  @Option(
    help: ArgumentHelp("The mean reads of a template. (default: 20)", valueName: "g")
  )
  var readsPerTemplate: Double?

  @Option(
    help: ArgumentHelp(
      "The copies of the controls in each replicate. (default: the assay's, or 100)",
      valueName: "n"
    )
  )
  var controlCopies: Double?

  @Option(
    help: ArgumentHelp("The share of the DNA that can be amplified. (default: 1)", valueName: "a")
  )
  var amplifiability: Double?

  @Option(
    help: ArgumentHelp(
      "The share of the cells whose rearrangement the primers amplify, for the number of reads.",
      valueName: "x"
    )
  )
  var rearranged: Double?

  @Option(
    help: ArgumentHelp("The description of the assay (assay.yaml).", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"])
  )
  var assay: String?

  @Option(help: ArgumentHelp("A published assay instead of --assay.", valueName: "name"))
  var preset: String?

  @Flag(help: "Print a JSON record instead of text.")
  var json = false

  package init() {}

  package func validate() throws {
    for value in cutoff { try Self.require(value, "--cutoff", value > 0 && value < 1, "below 1") }
    try Self.require(power, "--power", power > 0 && power < 1, "below 1")
    try Self.require(templates, "--templates", (1...1_000).contains(templates))
    try Self.require(replicates, "--replicates", (1...1_000).contains(replicates))
    for (value, name) in [
      (readsPerTemplate, "--reads-per-template"), (controlCopies, "--control-copies"),
    ] {
      guard let value, !(value > 0 && value <= 1e6) else { continue }
      throw ValidationError(
        "\(name) is \(FormattedNumber.exact(value)); it must be above 0 and at most 1000000."
      )
    }
    for (value, name) in [(amplifiability, "--amplifiability"), (rearranged, "--rearranged")] {
      guard let value, !(value > 0 && value <= 1) else { continue }
      throw ValidationError(
        "\(name) is \(FormattedNumber.exact(value)); it must be above 0 and at most 1."
      )
    }
    guard dnaNg?.nanograms != 0 else {
      throw ValidationError("--dna-ng is 0; it must be above 0.")
    }
    guard assay == nil || preset == nil else {
      throw ValidationError("--assay and --preset exclude each other; give one of them.")
    }
  }

  private static func require(
    _ value: Double,
    _ name: String,
    _ holds: Bool,
    _ limit: String
  ) throws {
    guard !holds else { return }
    throw ValidationError(
      "\(name) is \(FormattedNumber.exact(value)); it must be above 0 and \(limit)."
    )
  }

  private static func require(_ value: Int, _ name: String, _ holds: Bool) throws {
    guard !holds else { return }
    throw ValidationError("\(name) is \(value); it must be 1 to 1000.")
  }

  package func run() throws {
    var request = PlanRequest()
    request.cutoffs = cutoff
    request.power = power
    request.templates = templates
    request.dnaNanograms = dnaNg?.nanograms
    request.replicates = replicates
    request.readsPerTemplate = readsPerTemplate
    request.controlCopies = controlCopies
    request.amplifiability = amplifiability
    request.rearrangedFraction = rearranged
    request.assayPath = assay
    request.presetName = preset
    do throws(Diagnostic) {
      let outcome = try PlanWorkflow(request).run()
      for finding in outcome.findings { StandardError.print(finding) }
      try StandardOutput.write(json ? outcome.json() : outcome.summary)
    } catch {
      StandardError.print(error)
      throw CLIExit.code(for: error)
    }
  }
}
