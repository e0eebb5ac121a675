package import Records

/// A run record as a Process Run Crate 0.5 (RO-Crate 1.1): `ro-crate-metadata.json` of a result folder.
///
/// Inputs are named by the digest of their content (RFC 6920) and by their file name, never by the folder
/// they lay in.
package enum RunCrate {
  /// The name that the format asks for.
  package static let fileName = "ro-crate-metadata.json"

  /// The file.
  ///
  /// - Parameters:
  ///   - visit: The sample.
  ///   - run: How it was made.
  ///   - folderFiles: Files of the result folder that `run` does not list, by name.
  ///   - digest: The URI of content by its lower-case hexadecimal sha256; `nil` if it is none.
  /// - Returns: The file as JSON-LD.
  package static func document(
    _ visit: FinishedVisit,
    _ run: RunRecord,
    folderFiles: [String],
    digest: (String) -> String?
  ) -> JSONNode {
    let inputs = run.inputs.compactMap { file in
      file.sha256.flatMap(digest).map { (id: $0, file: file) }
    }
    let results = run.results.map(\.path) + folderFiles
    let entities =
      [descriptor, root(visit, run, parts: results + Set(inputs.map(\.id)).sorted())]
      + [profile, licence, software(run), action(visit, run, inputs.map(\.id), results)]
      + run.results.map { result($0) } + folderFiles.map { plain($0) }
      + unique(inputs).map { input($0.id, $0.file) }
    return .object([
      "@context": .list([
        .text("https://w3id.org/ro/crate/1.1/context"),
        .text("https://w3id.org/ro/terms/workflow-run/context"),
      ]),
      "@graph": .list(entities),
    ])
  }

  private static let processProfile = "https://w3id.org/ro/wfrun/process/0.5"
  private static let licenceID = "https://spdx.org/licenses/CC0-1.0"
  private static let actionID = "#run"
  private static let softwareID = "#clonetrack"

  private static func reference(_ id: String) -> JSONNode { .object(["@id": .text(id)]) }

  private static func references(_ ids: [String]) -> JSONNode { .list(ids.map { reference($0) }) }

  private static func unique(
    _ inputs: [(id: String, file: RunRecord.FileRecord)]
  ) -> [(id: String, file: RunRecord.FileRecord)] {
    var seen: Set<String> = []
    return inputs.filter { seen.insert($0.id).inserted }
  }

  private static let descriptor: JSONNode = .object([
    "@id": .text(fileName), "@type": .text("CreativeWork"),
    "conformsTo": reference("https://w3id.org/ro/crate/1.1"), "about": reference("./"),
  ])

  private static func root(_ visit: FinishedVisit, _ run: RunRecord, parts: [String]) -> JSONNode {
    .object([
      "@id": .text("./"), "@type": .text("Dataset"),
      "name": .text("clonetrack results of \(visit.sample)"),
      "description": .text(
        "Minimal residual disease by immunoglobulin sequencing: the results of one sample, for "
          + "research use only"
      ),
      "datePublished": .text(run.ended), "license": reference(licenceID),
      "conformsTo": references([processProfile]), "hasPart": references(parts),
      "mentions": references([actionID]),
    ])
  }

  private static let profile: JSONNode = .object([
    "@id": .text(processProfile), "@type": .text("CreativeWork"),
    "name": .text("Process Run Crate"), "version": .text("0.5"),
  ])

  /// What the metadata may be used for; who owns the results says so elsewhere.
  private static let licence: JSONNode = .object([
    "@id": .text(licenceID), "@type": .text("CreativeWork"),
    "name": .text("Creative Commons Zero v1.0 Universal"),
    "description": .text("Licence of this description; the owner of the results decides on theirs"),
  ])

  private static func software(_ run: RunRecord) -> JSONNode {
    .object([
      "@id": .text(softwareID), "@type": .text("SoftwareApplication"),
      "name": .text("clonetrack"), "version": .text(run.programVersion),
      "softwareVersion": .text(run.programVersion),
    ])
  }

  private static func action(
    _ visit: FinishedVisit,
    _ run: RunRecord,
    _ inputs: [String],
    _ results: [String]
  ) -> JSONNode {
    let command = run.commandLine.dropFirst().first ?? ""
    let versions = run.versions.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return .object([
      "@id": .text(actionID), "@type": .text("CreateAction"),
      "name": .text("clonetrack \(command) on \(visit.sample)"),
      "description": .text(versions.joined(separator: "; ")),
      "startTime": .text(run.started), "endTime": .text(run.ended),
      "instrument": reference(softwareID), "object": references(inputs),
      "result": references(results),
      "actionStatus": reference("http://schema.org/CompletedActionStatus"),
    ])
  }

  private static func result(_ file: RunRecord.FileRecord) -> JSONNode {
    var entity: [String: JSONNode] = [
      "@id": .text(file.path), "@type": .text("File"), "name": .text(file.path),
      "encodingFormat": .text(format(file.path)),
    ]
    if let size = file.size { entity["contentSize"] = .text("\(size)") }
    if let sha256 = file.sha256 { entity["sha256"] = .text(sha256) }
    return .object(entity)
  }

  private static func plain(_ name: String) -> JSONNode {
    .object([
      "@id": .text(name), "@type": .text("File"), "name": .text(name),
      "encodingFormat": .text(format(name)),
    ])
  }

  private static func input(_ id: String, _ file: RunRecord.FileRecord) -> JSONNode {
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    var entity: [String: JSONNode] = [
      "@id": .text(id), "@type": .text("File"), "name": .text(name),
      "encodingFormat": .text(format(name)),
    ]
    if let size = file.size { entity["contentSize"] = .text("\(size)") }
    if let sha256 = file.sha256 { entity["sha256"] = .text(sha256) }
    return .object(entity)
  }

  private static func format(_ name: String) -> String {
    switch name.split(separator: ".").last {
    case "json": "application/json"
    case "html": "text/html"
    case "tsv": "text/tab-separated-values"
    case "gz": "application/gzip"
    case "bz2": "application/x-bzip2"
    case "yaml", "yml": "application/yaml"
    case "csv": "text/csv"
    default: "text/plain"
    }
  }
}
