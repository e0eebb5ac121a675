import Diagnostics

extension FindingRecord {
  /// The records of findings, worst first; equally bad ones stay in the order of the rules.
  static func worstFirst(_ findings: [Diagnostic]) -> [FindingRecord] {
    findings.enumerated().sorted { left, right in
      left.element.severity == right.element.severity
        ? left.offset < right.offset : left.element.severity > right.element.severity
    }
    .map { FindingRecord($0.element) }
  }
}
