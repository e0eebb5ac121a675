package import Assays
import Germline
import Rearrangements

extension AnalysisContext {
  /// The germline set as records name it.
  package var germlineIdentity: GermlineIdentity {
    let set = annotator.germline
    return GermlineIdentity(name: set.name, version: set.version, sha256: set.sha256)
  }

  /// The thresholds as records name them.
  package var profileIdentity: ProfileIdentity {
    ProfileIdentity(id: profile.id, sha256: profile.sha256, changed: profile.changes)
  }

  /// The versions that run records state.
  package var versions: [String: String] {
    let germline = annotator.germline
    return [
      "germline": "\(germline.name) \(germline.version)", "germline_sha256": germline.sha256,
      "profile": profile.id, "profile_sha256": profile.sha256, "assay_sha256": assay.sha256,
    ]
  }

  /// The assay as records name it.
  package var assayIdentity: AssayIdentity { AssayIdentity(name: assay.name, sha256: assay.sha256) }
}
