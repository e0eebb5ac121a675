import Monitoring
import Reports

extension MethodEvidence.Identity {
  /// How a baseline was made.
  init(_ record: BaselineRecord) {
    self.init(
      germline: record.germline.sha256,
      profile: record.profile.sha256,
      assay: record.assay.sha256,
      program: record.programVersion
    )
  }

  /// How a follow-up was made.
  init(_ record: FollowupRecord) {
    self.init(
      germline: record.germline.sha256,
      profile: record.profile.sha256,
      assay: record.assay.sha256,
      program: record.programVersion
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
      program: ProgramVersion.program
    )
  }
}
