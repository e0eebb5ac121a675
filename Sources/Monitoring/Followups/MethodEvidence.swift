package import Tracking

/// By what a sample and the baseline or earlier visit it is compared with were made.
package struct MethodEvidence: Hashable, Sendable {
  /// What it is compared with, such as `baseline S1-DX`.
  package var other: String
  /// How that was made.
  package var past: AnalysisMethod
  /// How this sample is made.
  package var present: AnalysisMethod

  /// Collects the evidence.
  package init(comparedWith other: String, madeBy past: AnalysisMethod, present: AnalysisMethod) {
    (self.other, self.past, self.present) = (other, past, present)
  }
}
