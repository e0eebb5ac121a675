import Clonotyping
package import Diagnostics
import Monitoring
import Quantification
import Records
import ResultStore
import Tracking

/// What a command says about a finished sample.
package struct SampleOutcome: Hashable, Sendable {
  /// The result in a few lines for a terminal.
  package var summary: String
  /// The findings, as the record lists them.
  package var findings: [Diagnostic]
}

extension SampleOutcome {
  /// The outcome of a baseline.
  init(_ record: BaselineRecord, _ findings: [Diagnostic], folder: String) {
    var lines = ["\(record.sample) (\(record.subject)): \(record.verdict.rawValue)"]
    for clonotype in record.clonotypes {
      let genes = [clonotype.vCall, clonotype.dCall, clonotype.jCall].compactMap(\.self)
        .joined(separator: " ")
      let share = FormattedNumber.plain(clonotype.likeFraction, shift: 2)
      lines.append(
        "  \(clonotype.cloneID)  \(clonotype.role?.rawValue ?? "")  \(genes)  "
          + "\(share) % of like reads (\(clonotype.duplicateCount) reads)"
      )
    }
    if record.clonotypes.isEmpty { lines.append("  no index clonotype") }
    self.init(summary: Self.joined(lines, folder), findings: findings)
  }

  /// The outcome of a follow-up.
  init(_ record: FollowupRecord, _ findings: [Diagnostic], folder: String) {
    let result = record.result
    var lines = ["\(record.sample) (\(record.subject)): \(result.call.rawValue)"]
    if let mrd = result.mrd {
      let ends = [result.mrdCI.lower, result.mrdCI.upper].map { end in
        end.map { FormattedNumber.plain($0) } ?? "?"
      }
      lines.append(
        "  MRD \(FormattedNumber.plain(mrd)) clonal cells per nucleated cell "
          + "(95 % interval \(ends[0]) to \(ends[1]))"
      )
    }
    if let cells = result.cellEquivalents {
      let limit = result.lod95.map { ", LOD95 \(FormattedNumber.plain($0))" } ?? ""
      lines.append("  \(Int(cells.rounded())) nucleated cells analysed\(limit)")
    }
    let statuses = result.status.sorted { $0.key < $1.key }
      .map { "\($0.key) \($0.value.rawValue)" }
    lines.append("  status: " + statuses.joined(separator: ", "))
    self.init(summary: Self.joined(lines, folder), findings: findings)
  }

  private static func joined(_ lines: [String], _ folder: String) -> String {
    (lines + ["  report: \(folder)/\(ResultFiles.reportName)"]).joined(separator: "\n") + "\n"
  }
}
