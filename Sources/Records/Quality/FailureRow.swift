import Diagnostics

/// One row of `failures.tsv`: a finding that is a warning or worse, about a library or a whole run.
///
/// Text that is not known is empty.
package struct FailureRow: Hashable, Sendable {
  /// The study.
  package var study = ""
  /// The subject.
  package var subject = ""
  /// The visit.
  package var visit = ""
  /// The sample; empty if the finding is about a run.
  package var sample = ""
  /// The sequencing run.
  package var run = ""
  /// The laboratory.
  package var lab = ""
  /// The reagent lot.
  package var lot = ""
  /// The stage of the assay that the code belongs to.
  package var stage = ""
  /// The code.
  package var code = String()
  /// The severity, with the words of the records.
  package var severity = ""
  /// What was measured.
  package var metric = ""
  /// The measured value; `nil` if nothing was measured.
  package var value: Double?
  /// The limit; `nil` if there is none.
  package var limit: Double?
  /// When the result was made, ISO 8601.
  package var detectedAt = ""
  /// What to do, one of the abbreviations of the methods.
  package var action = ""
  /// The run that answered in this one's place.
  package var resolvedBy = ""
  /// What became of the visit.
  package var resolution = ""
  /// The final result of the visit; of the library itself for a control.
  package var finalStatus = ""
  /// What was found and what was expected; on the page only.
  package var message = ""
  /// The sample's report, relative to the page; `nil` if there is none.
  package var report: String?

  /// Creates an empty row.
  package init() {}

  /// The names of the columns of the table.
  static let columns = [
    "study", "subject", "visit", "sample", "run", "lab", "lot", "stage", "code", "severity",
    "metric", "value", "limit", "detected_at", "action", "resolved_by", "resolution",
    "final_status",
  ]

  /// The values of the columns.
  var fields: [String] {
    [
      study, subject, visit, sample, run, lab, lot, stage, code, severity, metric,
      FormattedNumber.shortest(value), FormattedNumber.shortest(limit), detectedAt, action,
      resolvedBy,
      resolution, finalStatus,
    ]
  }

  /// The bytes of `failures.tsv`: a header line, then the rows in the order given.
  package static func table(_ rows: [FailureRow]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(row: columns)
    for row in rows { bytes.append(row: row.fields) }
    return bytes
  }
}

extension [UInt8] {
  /// Appends tab-separated fields and a line end; control characters become spaces.
  mutating func append(row fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { append(UInt8(ascii: "\t")) }
      append(text: field)
    }
    append(UInt8(ascii: "\n"))
  }
}
