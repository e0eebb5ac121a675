import Diagnostics
import Tracking

/// Whether a diagnostic sample gave something to track; raw values are those of the records.
package enum BaselineVerdict: String, CaseIterable, Codable, Hashable, Sendable {
  /// At least one primary index clonotype.
  case indexFound = "INDEX_FOUND"
  /// Supporting index clonotypes only.
  case indexFoundSupportingOnly = "INDEX_FOUND_SUPPORTING_ONLY"
  /// No candidate passed.
  case noIndex = "NO_INDEX"
  /// The assay failed; nothing can be said.
  case failed = "FAILED"

  /// The verdict on a sample: without an index clonotype a failed one has no candidate trusted.
  init(_ accepted: [IndexCandidate], _ findings: [Diagnostic]) {
    if accepted.contains(where: { $0.role == .primary }) {
      self = .indexFound
    } else if !accepted.isEmpty {
      self = .indexFoundSupportingOnly
    } else {
      let isUnusable = findings.contains {
        $0.severity == .failure && ["RUN-RDS", "BL-RDS"].contains($0.code)
      }
      self = isUnusable ? .failed : .noIndex
    }
  }
}
