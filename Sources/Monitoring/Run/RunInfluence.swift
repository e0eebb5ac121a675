package import Diagnostics

/// What the other samples of a run say about one sample.
package struct RunInfluence: Hashable, Sendable {
  /// Reads of each tracked clone that other samples are expected to have given, in tracking order;
  /// empty is none.
  package var background: [Double]
  /// Findings that only a look across the samples can make.
  package var findings: [Diagnostic]

  /// Collects what a run says.
  package init(background: [Double], findings: [Diagnostic]) {
    (self.background, self.findings) = (background, findings)
  }

  /// A sample judged alone.
  package static let none = RunInfluence(background: [], findings: [])

  /// Whether the run shows that the sample is another subject's and so tells nothing of the clone.
  package var isForeign: Bool {
    findings.contains { $0.code == "ID-SWAP" && $0.severity >= .failure }
  }
}
