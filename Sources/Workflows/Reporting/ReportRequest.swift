/// What `clonetrack report` is asked to do.
package struct ReportRequest: Sendable {
  /// The folders with results of samples, and folders above them.
  package var folders: [String]
  /// The folder for the pages and exports; `nil` if only crates are wanted.
  package var output: String?
  /// Whether each result folder becomes an RO-Crate.
  package var makesCrates: Bool
  /// Whether files that are there may be replaced.
  package var force: Bool

  /// Creates a request.
  package init(folders: [String], output: String?, makesCrates: Bool = false, force: Bool = false) {
    self.folders = folders
    self.output = output
    self.makesCrates = makesCrates
    self.force = force
  }
}
