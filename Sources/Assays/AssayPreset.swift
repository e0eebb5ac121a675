package import Diagnostics

/// Published assays that ship with the program, by name.
package enum AssayPreset {
  /// The names, in the order `--help` lists them.
  package static let names = ["biomed2-fr1", "biomed2-fr2", "biomed2-fr3"]

  /// The assay of a name.
  ///
  /// - Throws: `RUN-USAGE` if there is none of that name.
  package static func assay(named name: String) throws(Diagnostic) -> Assay {
    let documents = [
      PackageResources.biomed2_fr1_yaml, PackageResources.biomed2_fr2_yaml,
      PackageResources.biomed2_fr3_yaml,
    ]
    guard let index = names.firstIndex(of: name) else {
      throw Diagnostic(
        code: "RUN-USAGE",
        message: "there is no preset '\(name)', expected one of \(names.joined(separator: ", "))"
      )
    }
    return try Assay(yaml: documents[index], path: "preset \(name)")
  }
}
