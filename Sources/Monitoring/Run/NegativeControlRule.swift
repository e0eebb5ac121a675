import Diagnostics

/// Flags a polyclonal control with an index, and the follow-ups of the index's subject in its run.
package enum NegativeControlRule: RunRule {
  /// The code of the findings.
  package static let code = "RUN-NEGC"

  /// What it finds, in the order of the samples.
  package static func findings(for run: RunAnalysis) -> [RunFinding] {
    var failed: [Int: RunFinding] = [:]
    for control in run.places(where: { $0.role == .negativeControl }) {
      let sample = run.evidence.samples[control]
      for signal in run.foreign(inSample: control) {
        let concerned = run.places {
          $0.role == .followup && $0.subject == signal.owner && run.evidence.isOneRun($0, sample)
        }
        for place in [control] + concerned where failed[place] == nil {
          failed[place] = finding(
            place,
            .failure,
            .init(
              "index reads in the negative control",
              Double(signal.reads),
              limit: Double(signal.minimumReads)
            ),
            "the negative control \(sample.sample) has \(counted(signal.reads, "read")) of "
              + "\(run.evidence.targets[signal.target].name), an index of subject "
              + "\(signal.owner), fewer than \(signal.minimumReads) are expected"
          )
        }
      }
    }
    return failed.values.sorted { $0.sample < $1.sample }
  }
}
