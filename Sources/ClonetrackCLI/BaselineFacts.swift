import ArgumentParser
import Workflows

/// What is known of a diagnostic sample beside its reads.
package struct BaselineFacts: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The patient's record that this one replaces; needs --approved-by and --reason.",
      valueName: "json",
      visibility: .hidden
    ),
    completion: .file(extensions: ["json"])
  )
  var replaces: String?

  @Option(
    help: ArgumentHelp("Who approves the replacement.", valueName: "name", visibility: .hidden)
  )
  var approvedBy: String?

  @Option(help: ArgumentHelp("Why the record is replaced.", valueName: "text", visibility: .hidden))
  var reason: String?

  @Flag(help: "Plasma cells were enriched before extraction.")
  var enriched = false

  @Option(help: ArgumentHelp("The M-protein's light chain.", valueName: "chain"))
  var lightChain: LightChainOption?

  @Option(
    help: ArgumentHelp(
      "Clonotypes of other subjects (AIRR TSV).",
      valueName: "file"
    )
  )
  var background: String?

  package init() {}

  package func validate() throws {
    let given = [replaces, approvedBy, reason].compactMap(\.self).filter { !$0.isEmpty }
    guard given.isEmpty || given.count == 3 else {
      throw ValidationError(
        "A baseline is replaced only with --replaces, --approved-by and --reason together."
      )
    }
  }

  /// The names of the options that are given.
  var given: [String] {
    let options: [(String, Bool)] = [
      ("--replaces", replaces != nil), ("--enriched", enriched),
      ("--light-chain", lightChain != nil), ("--background", background != nil),
    ]
    return options.filter(\.1).map(\.0)
  }

  /// The decision that the record replaces an earlier one; `nil` if it replaces none.
  var replacement: BaselineReplacement? {
    guard let replaces, let approvedBy, let reason else { return nil }
    return BaselineReplacement(replacedPath: replaces, approvedBy: approvedBy, reason: reason)
  }
}

extension BaselineWorkflow {
  /// The workflow that the options ask for.
  init(_ request: SampleRequest, subject: String, _ facts: BaselineFacts) {
    self.init(
      request,
      subject: subject,
      isEnriched: facts.enriched,
      lightChain: facts.lightChain?.rawValue,
      backgroundPath: facts.background,
      replacement: facts.replacement
    )
  }
}
