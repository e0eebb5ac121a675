package import Diagnostics
package import Germline
import SequenceIO

/// The work of `clonetrack germline`.
package enum GermlineWorkflow {
  /// Makes a set out of its sources and writes its file.
  ///
  /// - Returns: The set and what happened on the way.
  /// - Throws: `FILE-EXISTS`, `FILE-CREATE` or `FILE-WRITE` for the file, `GERM-TITLE` if no name or
  ///   version is known, else what is wrong with a source.
  package static func build(_ request: GermlineBuildRequest) throws(Diagnostic) -> GermlineBuild {
    let file = GermlineSetFile(path: request.output, replaces: request.replaces)
    try file.checkPlace()
    var builder = GermlineBuilder(
      title: GermlineTitle(
        name: request.name ?? "",
        version: request.version ?? "",
        source: request.origin,
        licence: request.licence,
        citation: request.citation
      )
    )
    for path in request.sources {
      let bytes = try plainFileBytes(at: path)
      guard bytes.first(where: { $0 > UInt8(ascii: " ") }) == UInt8(ascii: "{") else {
        try GermlineFASTA.read(bytes, path: path, species: request.species, into: &builder)
        continue
      }
      let document = try AIRRGermlineDocument(parsing: bytes, path: path)
      try document.add(to: &builder, species: request.species, path: path)
      if request.name == nil { builder.title.name.append(item: document.names) }
      if request.version == nil { builder.title.version.append(item: document.versions) }
    }
    let build = try builder.build(defaults: request.usesDefaults ? GermlineSet.default : nil)
    try file.write(build.set.fileBytes)
    return build
  }

  /// The set of a file, or the built-in one if there is no path.
  ///
  /// - Throws: As `GermlineSet.init(contentsOf:)`.
  package static func set(at path: String?) throws(Diagnostic) -> GermlineSet {
    guard let path else { return try GermlineSet.default }
    return try GermlineSet(contentsOf: path)
  }

  /// Checks the set of a file, or the built-in one if there is no path.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - statedSHA256: The sha256 the file should have; `nil` if none is stated.
  /// - Returns: The set in numbers and what was found.
  /// - Throws: As `GermlineSet.init(contentsOf:)`.
  package static func verify(
    _ path: String?,
    statedSHA256: String?
  ) throws(Diagnostic) -> GermlineVerification {
    GermlineVerification(
      of: try set(at: path),
      builtIn: try GermlineSet.default,
      statedSHA256: statedSHA256
    )
  }
}

extension AIRRGermlineDocument {
  /// The names of the sets.
  fileprivate var names: String { sets.compactMap(\.germlineSetName).joined(separator: ", ") }

  /// The versions of the sets.
  fileprivate var versions: String {
    sets.compactMap { $0.releaseVersion.map(String.init) }.joined(separator: ", ")
  }
}

extension String {
  /// Adds an item to a list in words.
  fileprivate mutating func append(item: String) {
    if !isEmpty, !item.isEmpty { self += ", " }
    self += item
  }
}
