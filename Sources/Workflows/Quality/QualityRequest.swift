/// What `clonetrack qa` is asked to do.
package struct QualityRequest: Hashable, Sendable {
  /// Folders of finished runs or samples, or folders that hold such, in any order.
  package var folders: [String]
  /// The folder for the results.
  package var output: String
  /// The measurements that mean and SD of a control come from, in order of time, at least 1.
  package var referenceRuns: Int
  /// Whether results that are there may be replaced.
  package var force: Bool

  /// Creates a request.
  package init(folders: [String], output: String, referenceRuns: Int = 20, force: Bool = false) {
    self.folders = folders
    self.output = output
    self.referenceRuns = referenceRuns
    self.force = force
  }
}
