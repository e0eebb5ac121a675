package import Diagnostics
package import Germline
package import Records

/// What a `clonetrack germline` command has to say.
package struct GermlineOutcome: Hashable, Sendable {
  /// The result for standard output, no line end after the last line.
  package var text: String
  /// What a person should know, in the order of its making; an error means that the set must not be
  /// used.
  package var findings: [Diagnostic]
  /// The result for programs; `nil` of a build, whose result is a file.
  package var record: GermlineSetRecord?

  /// The record as text; `nil` of a build.
  package func json() throws(Diagnostic) -> String? {
    guard let record else { return nil }
    return String(decoding: try record.json(), as: UTF8.self)
  }

  /// The first error among the findings; `nil` if there is none.
  package var error: Diagnostic? { findings.first { $0.severity == .error } }

  /// The outcome of a build.
  package init(_ build: GermlineBuild) {
    let summary = GermlineSummary(of: build.set)
    text = "\(summary.text)\n\n\(Self.counts(of: build))"
    findings = build.findings
  }

  /// The outcome of a verification.
  package init(_ verification: GermlineVerification) {
    let origin = verification.isBuiltIn ? "the built-in set" : "not the built-in set"
    let counts = [Diagnostic.Severity.error, .warning, .note].map { severity in
      let count = verification.findings.count { $0.severity == severity }
      return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    text = "\(verification.summary.text)\n\n\(origin): \(counts.joined(separator: ", "))"
    findings = verification.findings
    record = GermlineSetRecord(verification, programVersion: ProgramVersion.program)
  }

  /// The outcome of listing a set: its summary, or the table of its alleles.
  package init(listing set: GermlineSet, alleles: Bool) {
    text = alleles ? set.alleleTable : GermlineSummary(of: set).text
    findings = []
    record = GermlineSetRecord(
      listing: set,
      withAlleles: alleles,
      programVersion: ProgramVersion.program
    )
  }

  private static func counts(of build: GermlineBuild) -> String {
    var parts = ["\(build.recordCount) records, \(build.set.alleles.count) alleles"]
    parts += GermlineExclusion.allCases.compactMap { reason in
      build.excluded[reason].map { "\($0) left out (\(reason.rawValue))" }
    }
    if build.gappedCount > 0 { parts.append("\(build.gappedCount) V gapped after a relative") }
    if build.flankedCount > 0 {
      parts.append("\(build.flankedCount) D or J with flanks of the built-in set")
    }
    return parts.joined(separator: ", ")
  }
}
