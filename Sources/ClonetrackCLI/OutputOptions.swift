package import ArgumentParser
import Diagnostics
import FoundationEssentials

/// Where results go and what is printed about them.
package struct OutputOptions: ParsableArguments {
  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("The folder for the results; made if absent.", valueName: "dir"),
    completion: .directory
  )
  package var output: String

  @Flag(help: "Replace results that are already there.")
  package var force = false

  @Flag(help: "Print the JSON record instead of the summary.")
  package var json = false

  package init() {}

  package func validate() throws {
    guard !output.isEmpty else { throw ValidationError("-o must name a folder.") }
  }
}

extension OutputOptions {
  /// Prints the result of a finished run: its summary, or with `--json` the record that was written.
  ///
  /// - Parameters:
  ///   - summary: The result in a few lines.
  ///   - record: The name of the record's file in the folder of the results.
  /// - Throws: `FILE-READ` if the record is gone, `FILE-WRITE` if nobody can take the text.
  func show(_ summary: String, record: String) throws(Diagnostic) {
    guard json else { return try StandardOutput.write(summary) }
    let path = "\(output)/\(record)"
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw Diagnostic(
        code: "FILE-READ",
        message: "the record that was just written cannot be read",
        location: .init(path: path)
      )
    }
    try StandardOutput.write(bytes.span)
  }
}
