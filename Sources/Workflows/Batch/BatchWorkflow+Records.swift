import Diagnostics
import Assays
import Monitoring
import Records

extension BatchWorkflow {
  /// A sample that was not read: it never arrived.
  func unread(
    _ sample: SampleSheet.Sample,
    _ findings: [Diagnostic]
  ) -> BatchRecord.Sample {
    BatchRecord.Sample(
      sample: sample.name,
      subject: sample.subject,
      role: sample.role.rawValue,
      visit: sample.visit,
      folder: nil,
      state: .done,
      verdict: nil,
      call: nil,
      mrd: nil,
      mrdCI: Interval(lower: nil, upper: nil),
      lod95: nil,
      loq: nil,
      cellEquivalents: nil,
      status: [:],
      readsPerTemplate: nil,
      findings: findings.map { FindingRecord($0) },
      controls: [],
      metadata: sample.metadata
    )
  }

  /// A sample that could not be read.
  func failed(_ sample: SampleSheet.Sample, _ state: BatchState) -> BatchRecord.Sample {
    var findings = state.influences[sample.name]?.findings ?? []
    if let fault = state.faults[sample.name], let finding = SoftwareFaultRule.finding(for: fault) {
      findings.insert(finding, at: 0)
    }
    var result = unread(sample, findings)
    result.state = .error
    return result
  }
}

extension BatchRecord.Sample {
  mutating func take(_ record: BaselineRecord) {
    verdict = record.verdict
    findings = record.findings
    controls = record.controls
  }

  mutating func take(_ record: FollowupRecord) {
    let result = record.result
    call = result.call
    mrd = result.mrd
    mrdCI = result.mrdCI
    lod95 = result.lod95
    loq = result.loq
    cellEquivalents = result.cellEquivalents
    status = result.status
    readsPerTemplate = result.readsPerTemplate
    findings = record.findings
    controls = record.controls
  }
}
