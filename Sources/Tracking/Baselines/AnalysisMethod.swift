/// The versions of everything by which a sample was analysed.
package struct AnalysisMethod: Hashable, Sendable {
  /// The sha256 of the germline set.
  package var germline: String
  /// The sha256 of the threshold profile.
  package var profile: String
  /// The sha256 of the assay.
  package var assay: String
  /// The version of the program.
  package var program: String
  /// The thresholds that are not the profile's defaults, by name.
  package var thresholds: [String: String]

  /// States a method.
  package init(
    germline: String,
    profile: String,
    assay: String,
    program: String,
    thresholds: [String: String] = [:]
  ) {
    (self.germline, self.profile) = (germline, profile)
    (self.assay, self.program) = (assay, program)
    self.thresholds = thresholds
  }
}
