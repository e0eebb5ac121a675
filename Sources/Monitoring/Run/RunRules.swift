package import Diagnostics

/// The rules of a run, in the order of their findings.
package enum RunRules {
  /// The findings about each sample, by its name; samples without any are left out.
  ///
  /// - Parameters:
  ///   - evidence: The samples and their counts.
  ///   - hopping: The index hopping of the same evidence.
  /// - Returns: The findings in the order of the rules.
  package static func findings(
    for evidence: RunEvidence,
    hopping: RunHopping
  ) -> [String: [Diagnostic]] {
    [:]
  }
}
