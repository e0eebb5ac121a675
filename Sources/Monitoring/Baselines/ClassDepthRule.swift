import Clonotyping
package import Diagnostics
import Tracking

/// Flags locus classes with too few reads.
///
/// Fails only if no class can be judged; a class that falls short is a warning.
package enum ClassDepthRule: FindingRule {
  /// The code of the findings.
  package static let code = "BL-RDS"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: BaselineEvidence) -> Diagnostic? {
    let criteria = evidence.criteria
    let short = evidence.classes.filter { $0.reads < criteria.minReadsClass }
    guard !short.isEmpty else { return nil }
    let fewest = Double(short.map(\.reads).min() ?? 0)
    let counts = short.map { "\($0.locusClass.rawValue) \($0.reads)" }.joined(separator: ", ")
    if evidence.classes.allSatisfy({ $0.reads < criteria.minReadsShallow }) {
      return diagnostic(
        .failure,
        .init(
          "usable reads of a locus class",
          Double(short.map(\.reads).max() ?? 0),
          limit: Double(criteria.minReadsShallow)
        ),
        "no locus class has \(criteria.minReadsShallow) usable reads (reads: \(counts))"
      )
    }
    return diagnostic(
      .warning,
      .init("usable reads of a locus class", fewest, limit: Double(criteria.minReadsClass)),
      "fewer than \(criteria.minReadsClass) usable reads in a locus class (reads: \(counts))"
    )
  }
}
