import Diagnostics

/// Flags follow-ups of a subject of whom no baseline was kept.
package enum MissingBaselineRule: RunRule {
  /// The code of the findings.
  package static let code = "BL-NOSAMP"

  /// What it finds, in the order of the samples.
  package static func findings(for run: RunAnalysis) -> [RunFinding] {
    run.places { $0.role == .followup }.compactMap { place in
      let subject = run.evidence.samples[place].subject
      guard !run.evidence.subjectsWithBaseline.contains(subject) else { return nil }
      return finding(
        place,
        .failure,
        .init("baseline specimens", 0, limit: 1),
        "0 baselines of subject \(subject) in this run or given, at least 1 is needed"
      )
    }
  }
}
