import Diagnostics

/// Flags samples with another subject's index that no hopping explains, in traces.
///
/// A sample that seems to be the other subject's is `ID-SWAP`, and no trace.
package enum NeighbourRule: RunRule {
  /// The code of the findings.
  package static let code = "CON-NBR"

  /// What it finds, in the order of the samples.
  package static func findings(for run: RunAnalysis) -> [RunFinding] {
    let samples = run.evidence.samples
    return run.foreign.compactMap { signal in
      let role = samples[signal.sample].role
      guard role.isPatient || role == .positiveControl, !signal.isSwap(run.evidence.limits) else {
        return nil
      }
      let lane =
        signal.exposedReads > 0
        ? ", its lane has \(counted(Int(signal.exposedReads), "read")) elsewhere" : ""
      return finding(
        signal.sample,
        .indeterminate,
        .init(
          "reads of another patient's index",
          Double(signal.reads),
          limit: Double(signal.minimumReads)
        ),
        "\(counted(signal.reads, "read")) of \(run.evidence.targets[signal.target].name), an index "
          + "of subject \(signal.owner), fewer than \(signal.minimumReads) are expected\(lane)"
      )
    }
  }
}
