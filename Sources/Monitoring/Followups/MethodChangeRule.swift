package import Diagnostics
import Tracking

/// Flags a sample that is compared with a baseline or an earlier visit of another method.
package enum MethodChangeRule: FindingRule {
  /// The code of the findings.
  package static let code = "MTH-CHG"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: MethodEvidence) -> Diagnostic? {
    let (old, new) = (evidence.past, evidence.present)
    let changes = [
      old.germline == new.germline ? nil : "germline set",
      old.profile == new.profile ? nil : "threshold profile" + thresholds(old, new),
      old.assay == new.assay ? nil : "assay",
      old.program == new.program ? nil : "program version",
    ].compactMap(\.self)
    guard !changes.isEmpty else { return nil }
    return diagnostic(
      .warning,
      .init("differences of method", Double(changes.count), limit: 0),
      "\(evidence.other) was made with another " + changes.joined(separator: ", ")
    )
  }

  /// The thresholds that differ with both values, in parentheses; empty where the defaults of two
  /// programs differ, which records do not hold.
  private static func thresholds(
    _ old: AnalysisMethod,
    _ new: AnalysisMethod
  ) -> String {
    let names = Set(old.thresholds.keys).union(new.thresholds.keys).sorted()
    let changes = names.compactMap { name -> String? in
      let (then, now) = (old.thresholds[name], new.thresholds[name])
      return then == now ? nil : "\(name) \(then ?? "default"), now \(now ?? "default")"
    }
    return changes.isEmpty ? "" : " (\(changes.joined(separator: "; ")))"
  }
}
