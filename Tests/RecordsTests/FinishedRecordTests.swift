import Records
import TestSupport
import Testing

/// What quality control reads of other records is what they say.
struct FinishedRecordTests {
  @Test func followup() throws {
    for record in [SampleFollowup.detected, SampleFollowup.failed] {
      let read = try FinishedFollowup.read(from: record.json(), path: "f")
      #expect(read.sample == record.sample)
      #expect(read.subject == record.subject)
      #expect(read.visit == record.visit)
      #expect(read.result.call == record.result.call)
      #expect(read.result.mrd == record.result.mrd)
      #expect(read.profile == record.profile)
      #expect(read.metadata == record.metadata)
      expect(read.findings, record.findings)
      expect(read.controls, record.controls)
    }
  }

  @Test func baseline() throws {
    for record in [SampleBaseline.found, SampleBaseline.failed] {
      let read = try FinishedBaseline.read(from: record.json(), path: "b")
      #expect(read.verdict == record.verdict)
      #expect(read.subject == record.subject)
      #expect(read.metadata == record.metadata)
      expect(read.findings, record.findings)
      expect(read.controls, record.controls)
    }
  }

  @Test func batch() throws {
    let followup = SampleFollowup.failed
    let record = BatchRecord(
      programVersion: "0.1.0",
      germline: followup.germline,
      profile: followup.profile,
      assay: followup.assay,
      sheet: BatchRecord.SheetIdentity(name: "sheet.csv", sha256: "00"),
      hopping: [],
      findings: followup.findings,
      samples: [
        BatchRecord.Sample(
          sample: "S1",
          subject: "",
          role: "POS",
          visit: nil,
          folder: nil,
          state: .error,
          verdict: nil,
          call: nil,
          mrd: 1e-3,
          mrdCI: Interval(lower: nil, upper: nil),
          lod95: nil,
          loq: nil,
          cellEquivalents: nil,
          status: [:],
          readsPerTemplate: nil,
          findings: followup.findings,
          controls: followup.controls,
          metadata: ["lab": "CENTRAL"]
        )
      ]
    )
    let read = try FinishedBatch.read(from: record.json(), path: "batch.json")
    #expect(read.profile == record.profile)
    expect(read.findings, record.findings)
    let sample = try #require(read.samples.first)
    #expect(sample.sample == "S1")
    #expect(sample.role == "POS")
    #expect(sample.folder == nil)
    #expect(sample.state == .error)
    #expect(sample.mrd == 1e-3)
    #expect(sample.metadata == ["lab": "CENTRAL"])
    expect(sample.findings, followup.findings)
    expect(sample.controls ?? [], followup.controls)
  }

  private func expect(_ read: [FinishedFinding], _ written: [FindingRecord]) {
    #expect(read.map(\.code) == written.map(\.code))
    #expect(read.map(\.severity.rawValue) == written.map(\.severity))
    #expect(read.map(\.message) == written.map(\.message))
    #expect(read.map(\.metric) == written.map(\.metric))
    #expect(read.map(\.value) == written.map(\.value))
    #expect(read.map(\.limit) == written.map(\.limit))
  }

  private func expect(_ read: [FinishedControl], _ written: [ControlRecord]) {
    #expect(read.map(\.name) == written.map(\.name))
    #expect(read.map(\.readsPerCopy) == written.map(\.readsPerCopy))
  }
}
