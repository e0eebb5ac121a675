/// The version that every record, message and cache key states.
package enum ProgramVersion {
  /// The version of the program (semver.org).
  package static let program = "0.1.0"
}
