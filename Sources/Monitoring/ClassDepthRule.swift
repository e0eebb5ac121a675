package import Diagnostics

/// Flags locus classes with too few reads.
///
/// Fails only if no class can be judged; a class that falls short is a warning.
package enum ClassDepthRule: FindingRule {
  /// The code of the findings.
  package static let code = "BL-RDS"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: BaselineEvidence) -> Diagnostic? {
    let limits = evidence.limits
    let short = evidence.classes.filter { $0.reads < limits.classReads }
    guard !short.isEmpty else { return nil }
    let counts = short.map { "\($0.name) \($0.reads)" }.joined(separator: ", ")
    if evidence.classes.allSatisfy({ $0.reads < limits.minimumClassReads }) {
      return diagnostic(
        .failure,
        "no locus class has \(limits.minimumClassReads) usable reads (reads: \(counts))"
      )
    }
    return diagnostic(
      .warning,
      "fewer than \(limits.classReads) usable reads in a locus class (reads: \(counts))"
    )
  }
}
