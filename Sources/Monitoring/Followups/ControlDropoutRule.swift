package import Diagnostics
import Quantification

/// Flags samples whose controls are absent from some or all replicates.
///
/// A competitor that no replicate shows is a failure too: the cells that could be amplified are
/// unknown although the assay measures them.
package enum ControlDropoutRule: FindingRule {
  /// The code of the findings.
  package static let code = "IC-DROP"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: FollowupEvidence) -> Diagnostic? {
    let sample = evidence.quantification
    let limit = evidence.parameters.controls.minimumReads
    let counts = sample.replicates.map { "\($0.controlReads)" }.joined(separator: ", ")
    if sample.usedReplicates.isEmpty {
      let most = sample.replicates.map(\.controlReads).max() ?? 0
      return diagnostic(
        .failure,
        .init("control reads in a replicate", Double(most), limit: Double(limit)),
        "no replicate of \(sample.replicates.count) has \(limit) control reads "
          + "(reads: \(counts))"
      )
    }
    let competitors = sample.controls.filter { $0.competitorReads != nil }
    if !competitors.isEmpty, sample.cells.genomic == nil {
      let most = competitors.compactMap(\.competitorReads).max() ?? 0
      let reads = competitors.map { "\($0.definition.name) \($0.competitorReads ?? 0)" }
      return diagnostic(
        .failure,
        .init("competitor reads", Double(most), limit: Double(limit)),
        "no replicate has \(limit) reads of a genomic control's competitor "
          + "(reads: \(reads.joined(separator: ", ")))"
      )
    }
    let excluded = sample.excludedReplicates
    guard !excluded.isEmpty else { return nil }
    let fewest = excluded.map(\.controlReads).min() ?? 0
    return diagnostic(
      .warning,
      .init("control reads in a replicate", Double(fewest), limit: Double(limit)),
      "replicate\(excluded.count == 1 ? "" : "s") "
        + excluded.map { "\($0.index)" }.joined(separator: ", ")
        + " of \(sample.replicates.count) left out with fewer than \(limit) control reads "
        + "(reads: \(counts))"
    )
  }
}
