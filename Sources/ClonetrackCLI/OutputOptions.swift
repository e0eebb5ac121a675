package import ArgumentParser

/// Where results go.
package struct OutputOptions: ParsableArguments {
  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("The folder for the results; made if it is not there.", valueName: "dir"),
    completion: .directory
  )
  package var output: String

  @Flag(help: "Replace results that are already there.")
  package var force = false

  package init() {}

  package func validate() throws {
    guard !output.isEmpty else { throw ValidationError("-o must name a folder.") }
  }
}
