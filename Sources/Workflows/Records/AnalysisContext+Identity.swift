import Germline
import Quantification
import Rearrangements
import Reports

extension AnalysisContext {
  /// The germline set as records name it.
  var germlineIdentity: GermlineIdentity {
    let set = annotator.germline
    return GermlineIdentity(name: set.name, version: set.version, sha256: set.sha256)
  }

  /// The thresholds as records name them.
  var profileIdentity: ProfileIdentity {
    ProfileIdentity(id: profile.id, sha256: profile.sha256, changed: profile.changes)
  }

  /// The versions that run records state.
  var versions: [String: String] {
    let germline = annotator.germline
    return [
      "germline": "\(germline.name) \(germline.version)", "germline_sha256": germline.sha256,
      "profile": profile.id, "profile_sha256": profile.sha256, "assay_sha256": assay.sha256,
    ]
  }

  /// The assay as records name it.
  var assayIdentity: AssayIdentity { AssayIdentity(name: assay.name, sha256: assay.sha256) }
}

extension ControlRecord {
  /// The record of a quantified control.
  init(_ control: ControlQuantification, findings: [FindingRecord]) {
    self.init(
      name: control.definition.name,
      kind: control.definition.kind.name,
      duplicateCount: control.reads,
      copies: control.copies,
      readsPerCopy: control.readsPerCopy,
      molecules: control.molecules,
      residual: control.residual,
      findings: findings
    )
  }
}
