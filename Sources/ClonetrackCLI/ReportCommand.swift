package import ArgumentParser
import Diagnostics
import Workflows

/// `clonetrack report`: pages and exports from finished results.
package struct ReportCommand: ParsableCommand, ExampleProviding {
  package static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Make pages and exports out of finished results.",
    usage: "clonetrack report <dir> ... [-o <dir>] [--crate] [--force] [--json]",
    discussion: """
      Reads the records in the folders given and in all folders below; no reads are needed. Writes \
      SUBJECT.html (levels over time) and SUBJECT.vidjil for each subject, SAMPLE/report.html for \
      each sample (the bytes that its run wrote, unless more earlier visits are among the folders \
      now), repertoires.airr.json, and files for MultiQC.
      """
  )

  package static let example = "clonetrack report results/run-01 -o results/report"

  @Argument(
    help: ArgumentHelp("Folders of finished runs or samples.", valueName: "dir"),
    completion: .directory
  )
  var folders: [String]

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("The folder for pages and exports.", valueName: "dir"),
    completion: .directory
  )
  var output: String?

  @Flag(help: "Make each result folder an RO-Crate: write ro-crate-metadata.json into it.")
  var crate = false

  @Flag(help: "Replace files that are already there.")
  var force = false

  @Flag(help: "Print a JSON record of what was written instead of text.")
  var json = false

  package init() {}

  package func validate() throws {
    guard output != nil || crate else {
      throw ValidationError("-o or --crate must be given: nothing would be written.")
    }
    guard output != "" else { throw ValidationError("-o must name a folder.") }
  }

  package func run() throws {
    let workflow = ReportWorkflow(
      ReportRequest(folders: folders, output: output, makesCrates: crate, force: force)
    )
    do throws(Diagnostic) {
      let outcome = try workflow.run()
      try StandardOutput.write(json ? outcome.json() : outcome.summary)
    } catch {
      StandardError.print(error)
      throw CLIExit.code(for: error)
    }
  }
}
