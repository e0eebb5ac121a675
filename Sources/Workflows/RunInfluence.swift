import Diagnostics

/// What the other samples of a run say about one sample.
struct RunInfluence: Hashable, Sendable {
  /// Reads of each tracked clone that other samples are expected to have given, in tracking order;
  /// empty is none.
  var background: [Double]
  /// Findings that only a look across the samples can make.
  var findings: [Diagnostic]

  /// A sample judged alone.
  static let none = RunInfluence(background: [], findings: [])
}
