package import Records

/// The record of a run made up for the tests: a follow-up and a sample that could not be read.
package enum SampleBatch {
  private static let followup = SampleFollowup.detected

  package static let run = BatchRecord(
    programVersion: "0.1.0",
    germline: followup.germline,
    profile: followup.profile,
    assay: followup.assay,
    sheet: .init(name: "samplesheet.csv", sha256: SampleBaseline.digest),
    hopping: [
      .init(
        uniqueDual: true,
        rate: 1e-5,
        rateCI: Interval(lower: nil, upper: nil),
        source: "PRIOR",
        foreignReads: 0,
        exposedReads: 0
      )
    ],
    findings: followup.findings,
    samples: [sample(.done), sample(.error)]
  )

  private static func sample(_ state: BatchRecord.State) -> BatchRecord.Sample {
    let isDone = state == .done
    return BatchRecord.Sample(
      sample: "S1-FU1",
      subject: "S1",
      role: "FU",
      visit: isDone ? "M3" : nil,
      folder: isDone ? "S1-FU1" : nil,
      state: state,
      verdict: nil,
      call: isDone ? followup.result.call : nil,
      mrd: isDone ? followup.result.mrd : nil,
      mrdCI: followup.result.mrdCI,
      lod95: followup.result.lod95,
      loq: followup.result.loq,
      cellEquivalents: followup.result.cellEquivalents,
      status: isDone ? followup.result.status : [:],
      readsPerTemplate: 20,
      findings: followup.findings,
      controls: followup.controls,
      metadata: ["lab": "LAB1"]
    )
  }
}
