package import ArgumentParser

/// The `clonetrack` command.
package struct ClonetrackCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "clonetrack",
    abstract: "Find a patient's myeloma clone at diagnosis and count it in later marrow."
  )

  package init() {}
}
