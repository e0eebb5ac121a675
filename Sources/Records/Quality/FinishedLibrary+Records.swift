import Diagnostics
import Monitoring
import Quantification

extension FinishedLibrary {
  /// The library of a sample of a batch.
  package init(_ record: FinishedBatch.Sample, folder: String?, batchRun: String?) {
    let metadata = (record.metadata ?? [:]).filter { !$0.value.isEmpty }
    let role = Self.role(record)
    let worst = record.findings.map(\.severity.diagnostic).max() ?? .note
    let outcome: LibraryAttempt.Outcome =
      if record.state == .error {
        .failed
      } else if let verdict = record.verdict, role == .baseline {
        Self.outcome(verdict)
      } else if let call = record.call, role == .followup {
        Self.outcome(call)
      } else {
        worst >= .failure ? .failed : worst == .indeterminate ? .indeterminate : .evaluable
      }
    self.init(
      folder: folder,
      batchRun: batchRun,
      sample: record.sample,
      subject: record.subject ?? "",
      visit: Self.text(record.visit),
      sheetRole: record.role,
      role: role,
      outcome: outcome,
      hasIndex: role == .baseline && record.state == .done
        ? record.verdict.map { Self.outcome($0) == .evaluable } : nil,
      status: record.state == .error
        ? "ERROR" : record.verdict?.rawValue ?? record.call?.rawValue ?? "DONE",
      mrd: record.mrd,
      findings: Self.all(record.findings, record.controls ?? []),
      controls: record.controls ?? [],
      metadata: metadata
    )
  }

  /// The library of a follow-up that was run by itself.
  package init(_ record: FinishedFollowup, folder: String) {
    let metadata = (record.metadata ?? [:]).filter { !$0.value.isEmpty }
    self.init(
      folder: folder,
      sample: record.sample,
      subject: record.subject,
      visit: Self.text(record.visit) ?? metadata["visit"],
      sheetRole: metadata["role"],
      role: Self.controlRoles.contains(metadata["role"] ?? "") ? .control : .followup,
      outcome: Self.outcome(record.result.call),
      status: record.result.call.rawValue,
      mrd: record.result.mrd,
      findings: Self.all(record.findings, record.controls),
      controls: record.controls,
      metadata: metadata
    )
  }

  /// The library of a baseline that was run by itself.
  package init(_ record: FinishedBaseline, folder: String) {
    let metadata = (record.metadata ?? [:]).filter { !$0.value.isEmpty }
    let outcome = Self.outcome(record.verdict)
    self.init(
      folder: folder,
      sample: record.sample,
      subject: record.subject,
      visit: metadata["visit"],
      sheetRole: metadata["role"],
      role: .baseline,
      outcome: outcome,
      hasIndex: outcome == .evaluable,
      status: record.verdict.rawValue,
      findings: Self.all(record.findings, record.controls),
      controls: record.controls,
      metadata: metadata
    )
  }

  /// The roles of libraries that watch the run.
  private static let controlRoles: Set<String> = ["NTC", "POS", "NEG"]

  private static func role(_ record: FinishedBatch.Sample) -> LibraryAttempt.Role {
    if controlRoles.contains(record.role) { return .control }
    if record.verdict != nil { return .baseline }
    return record.role == "FU" || record.call != nil ? .followup : .baseline
  }

  private static func outcome(_ call: SampleCall) -> LibraryAttempt.Outcome {
    switch call {
    case .detected, .detectedBelowLOQ, .notDetected: .evaluable
    case .indeterminate: .indeterminate
    case .failed: .failed
    }
  }

  /// A baseline without index clonotype answers nothing, whatever its quality.
  private static func outcome(_ verdict: BaselineVerdict) -> LibraryAttempt.Outcome {
    switch verdict {
    case .indexFound, .indexFoundSupportingOnly: .evaluable
    case .noIndex, .failed: .failed
    }
  }

  /// The findings about the sample, and those about its controls that are not among them.
  private static func all(
    _ findings: [FinishedFinding],
    _ controls: [FinishedControl]
  ) -> [FinishedFinding] {
    controls.flatMap(\.findings).reduce(into: findings) { all, finding in
      let isThere = all.contains { $0.code == finding.code && $0.message == finding.message }
      if !isThere { all.append(finding) }
    }
  }

  private static func text(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }
}
