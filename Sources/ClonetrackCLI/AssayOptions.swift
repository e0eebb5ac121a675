package import ArgumentParser
import FoundationEssentials

/// What the laboratory's assay is.
package struct AssayOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The laboratory's assay (assay.yaml).", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"])
  )
  package var assay: String?

  @Option(help: ArgumentHelp("Or one of biomed2-fr1, biomed2-fr2, biomed2-fr3.", valueName: "name"))
  package var preset: String?

  @Option(
    help: ArgumentHelp("Another germline set than the built-in one.", valueName: "path"),
    completion: .file()
  )
  package var germline: String?

  package init() {}

  package func validate() throws {
    guard assay == nil || preset == nil else {
      throw ValidationError("--assay and --preset exclude each other; give one of them.")
    }
  }
}

extension AssayOptions {
  /// Whether a path names a folder.
  static func isFolder(_ path: String) -> Bool {
    (try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType)
      == .typeDirectory
  }

  /// Says on standard error what a run without an assay cannot do, because its results only show
  /// that something is unknown.
  func warn(isQuiet: Bool) {
    guard assay == nil, preset == nil, !isQuiet else { return }
    StandardError.write(
      "note: neither --assay nor --preset is given: primers are not trimmed, and without controls no "
        + "level can be stated\n"
    )
  }
}
