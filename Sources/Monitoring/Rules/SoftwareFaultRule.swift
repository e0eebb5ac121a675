package import Diagnostics

/// Makes a finding of the error that kept a sample from being analysed.
///
/// A run that was stopped by its user is no fault.
package enum SoftwareFaultRule: FindingRule {
  /// The code of the findings.
  package static let code = "SW-FAIL"

  /// The finding about a sample; `nil` if the error is none of a file or a step.
  package static func finding(for evidence: Diagnostic) -> Diagnostic? {
    guard evidence.severity == .error, evidence.code != "RUN-INTERRUPTED" else { return nil }
    return Diagnostic(
      code: code,
      severity: .failure,
      message: "\(evidence.code): \(evidence.message)" + (evidence.location?.words ?? ""),
      location: evidence.location,
      suggestion: evidence.suggestion ?? CodeRegistry.entry(for: evidence.code)?.remedy,
      measurement: .init("files or steps that failed", 1, limit: 0)
    )
  }
}

extension Diagnostic.Location {
  /// The place in a sentence: ` (reads.fastq.gz, line 7)`; without the folder, which differs between
  /// machines.
  fileprivate var words: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return " (" + name + (line.map { ", line \($0)" } ?? "")
      + (record.map { ", record \($0)" } ?? "") + ")"
  }
}
