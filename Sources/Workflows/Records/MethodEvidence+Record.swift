import Monitoring
import Reports

extension MethodEvidence.Identity {
  /// How a result was made.
  init(_ record: some TracedRecord) {
    self.init(
      germline: record.germline.sha256,
      profile: record.profile.sha256,
      assay: record.assay.sha256,
      program: record.programVersion,
      thresholds: record.profile.changed
    )
  }
}

extension AnalysisContext {
  /// How a sample is analysed now.
  var method: MethodEvidence.Identity {
    MethodEvidence.Identity(
      germline: germlineIdentity.sha256,
      profile: profileIdentity.sha256,
      assay: assayIdentity.sha256,
      program: ProgramVersion.program,
      thresholds: profileIdentity.changed
    )
  }
}
