/// By what a sample and the baseline or earlier visit it is compared with were made.
package struct MethodEvidence: Hashable, Sendable {
  /// The versions of one method.
  package struct Identity: Hashable, Sendable {
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

  /// What it is compared with, such as `baseline S1-DX`.
  package var other: String
  /// How that was made.
  package var past: Identity
  /// How this sample is made.
  package var present: Identity

  /// Collects the evidence.
  package init(comparedWith other: String, madeBy past: Identity, present: Identity) {
    (self.other, self.past, self.present) = (other, past, present)
  }
}
