package import Tracking

extension AnalysisMethod {
  /// How a result was made.
  package init(_ record: some TracedRecord) {
    self.init(
      germline: record.germline.sha256,
      profile: record.profile.sha256,
      assay: record.assay.sha256,
      program: record.programVersion,
      thresholds: record.profile.changed
    )
  }
}
