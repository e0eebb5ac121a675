package import Diagnostics

/// The rules of a run, in the order of their findings.
package enum RunRules {
  /// The rules.
  package static let all: [any RunRule.Type] = [
    MetadataRule.self,
    MissingBaselineRule.self,
    BlankRule.self,
    PositiveControlRule.self,
    NegativeControlRule.self,
    SwapRule.self,
    NeighbourRule.self,
    HoppingRule.self,
    SharedLaneRule.self,
  ]

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
    let run = RunAnalysis(evidence, hopping)
    return all.flatMap { $0.findings(for: run) }.reduce(into: [:]) { found, finding in
      found[evidence.samples[finding.sample].sample, default: []].append(finding.diagnostic)
    }
  }
}
