import Diagnostics
package import Germline

extension GermlineVerification {
  /// The verification for a terminal: the summary, every finding, the count of findings.
  package var text: String {
    let origin = isBuiltIn ? "This is the built-in set." : "This is not the built-in set."
    let counts = [Diagnostic.Severity.error, .warning, .note].map { severity in
      let count = findings.count { $0.severity == severity }
      return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    let blocks =
      [summary.text] + findings.map(\.description)
      + ["\(origin) \(counts.joined(separator: ", "))."]
    return blocks.joined(separator: "\n\n")
  }
}

extension GermlineBuild {
  /// What happened in a build, one line.
  package var text: String {
    var parts = ["\(recordCount) records, \(set.alleles.count) alleles"]
    parts += GermlineExclusion.allCases.compactMap { reason in
      excluded[reason].map { "\($0) left out (\(reason.rawValue))" }
    }
    if gappedCount > 0 { parts.append("\(gappedCount) V gapped after a relative") }
    if flankedCount > 0 { parts.append("\(flankedCount) flanks of the built-in set") }
    return parts.joined(separator: ", ")
  }
}
