package import Diagnostics
package import Quantification

extension SampleVerdict {
  /// Judges a sample with the findings about it.
  package init(
    of quantification: SampleQuantification,
    findings: [Diagnostic],
    parameters: QuantificationParameters = .clonetrackMMv1
  ) {
    self.init(
      of: quantification,
      hasFailure: findings.contains { $0.severity >= .failure },
      hasIndeterminateFinding: findings.contains { $0.severity == .indeterminate },
      parameters: parameters
    )
  }
}
