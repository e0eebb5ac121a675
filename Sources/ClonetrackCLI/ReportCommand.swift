package import ArgumentParser
import Diagnostics
import Workflows

/// `clonetrack report`: pages and exports from finished results.
package struct ReportCommand: ParsableCommand, ExampleProviding {
  package static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Make pages and exports out of finished results.",
    usage: "clonetrack report <dir> ... [-o <dir>] [--crate] [--force]",
    discussion: """
      Reads the records in the folders given and in all folders below; no reads are needed. Writes \
      SUBJECT.html (levels over time) and SUBJECT.vidjil for each subject, SAMPLE/report.html for \
      each sample (the bytes that its run wrote), repertoires.airr.json, and files for MultiQC.
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
      try StandardOutput.write(try workflow.run())
    } catch {
      StandardError.print(error)
      throw CLIExit.code(for: error)
    }
  }
}
