/// What `clonetrack --version` states and every record repeats.
package enum ProgramVersion {
  /// The version of the program (semver.org).
  package static let program = "0.1.0"

  /// The schemas of the records this version writes.
  package static let schemas = ["clonetrack.baseline/1", "clonetrack.followup/1"]

  /// Program and schemas, one line each.
  package static var description: String {
    "clonetrack \(program)\nschemas \(schemas.joined(separator: ", "))"
  }
}
