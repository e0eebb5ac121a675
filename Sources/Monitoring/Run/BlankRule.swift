import Diagnostics
import Quantification
import Statistics

/// Flags a no-template control with an index or with many rearrangements, and what it was to vouch
/// for.
///
/// An index in the blank fails the follow-ups of its subject in the run; many rearrangements fail
/// every follow-up of the run.
package enum BlankRule: RunRule {
  /// The code of the findings.
  package static let code = "RUN-NTC"

  /// What it finds, in the order of the samples.
  package static func findings(for run: RunAnalysis) -> [RunFinding] {
    var failed: [Int: RunFinding] = [:]
    for blank in run.places(where: { $0.role == .blank }) {
      for signal in run.foreign(inSample: blank) {
        add(index(signal, run), toRunOf: blank, run, &failed) { $0.subject == signal.owner }
      }
      if let depth = depth(blank, run) { add(depth, toRunOf: blank, run, &failed) { _ in true } }
    }
    return failed.values.sorted { $0.sample < $1.sample }
  }

  /// What is wrong with a blank: the number and the words.
  private typealias Fault = (measurement: RunFinding.Measurement, message: String)

  private static func add(
    _ fault: Fault,
    toRunOf blank: Int,
    _ run: RunAnalysis,
    _ failed: inout [Int: RunFinding],
    where isConcerned: (RunSample) -> Bool
  ) {
    let control = run.evidence.samples[blank]
    let concerned = run.places {
      $0.role == .followup && isConcerned($0) && run.evidence.isOneRun($0, control)
    }
    for place in [blank] + concerned where failed[place] == nil {
      failed[place] = finding(
        place,
        .failure,
        fault.measurement,
        "the no-template control \(control.sample) has \(fault.message)"
      )
    }
  }

  private static func index(_ signal: ForeignSignal, _ run: RunAnalysis) -> Fault {
    (
      .init("index reads in the NTC", Double(signal.reads), limit: Double(signal.minimumReads)),
      "\(counted(signal.reads, "read")) of \(run.evidence.targets[signal.target].name), an index "
        + "of subject \(signal.owner), fewer than \(signal.minimumReads) are expected"
    )
  }

  /// The fault of a blank with more than its share of the median sample's rearrangements.
  private static func depth(_ blank: Int, _ run: RunAnalysis) -> Fault? {
    let (samples, limits) = (run.evidence.samples, run.evidence.limits)
    let others = samples.filter { $0.role.isPatient && run.evidence.isOneRun($0, samples[blank]) }
      .compactMap(\.rearrangementReads)
    guard let reads = samples[blank].rearrangementReads, !others.isEmpty else { return nil }
    let typical = median(others.map(Double.init))
    let limit = limits.blankFraction * typical
    guard Double(reads) > limit, reads >= run.evidence.parameters.detection.minimumReads else {
      return nil
    }
    return (
      .init("rearrangement reads in the NTC", Double(reads), limit: limit),
      "\(counted(reads, "read")) of rearrangements, at most \(limits.blankFraction.text) of the "
        + "median sample's \(typical.text) are expected"
    )
  }
}

extension RunFinding {
  typealias Measurement = Diagnostic.Measurement
}
