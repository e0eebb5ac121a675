package import Monitoring

/// One library out of the records of finished runs, whatever record it came from.
package struct FinishedLibrary {
  /// The folder of its results, free of symbolic links; `nil` if it has none.
  package var folder: String?
  /// The name of the run it was part of, where the sample sheet does not say; `nil` for a sample run
  /// by itself.
  var batchRun: String?
  /// The sample.
  package var sample: String
  /// The subject; empty where a control has none.
  package var subject: String
  /// The visit; `nil` if not given.
  package var visit: String?
  /// The role in the sample sheet; `nil` for a sample run by itself.
  package var sheetRole: String?
  /// What the library is for.
  var role: LibraryAttempt.Role
  /// Whether it gave an answer.
  package var outcome: LibraryAttempt.Outcome
  /// Whether it gave an index clonotype; `nil` unless it is a baseline that was judged.
  var hasIndex: Bool?
  /// The call or verdict with the words of its record; `ERROR` without one.
  var status: String
  /// The level found, `0...1`; `nil` if not known.
  package var mrd: Double?
  /// The findings about sample and controls.
  var findings: [FinishedFinding]
  /// The internal controls.
  var controls: [FinishedControl]
  /// The columns of the sample sheet that have a value.
  package var metadata: [String: String]
  /// When the result was made, ISO 8601; `nil` if not known.
  package var ended: String?
  /// Whether another result has taken its place.
  package var isSuperseded = false
  /// The report, relative to the results of quality control; `nil` if there is none.
  package var report: String?

  /// The sequencing run; `nil` if neither the sample sheet nor a batch names one.
  package var run: String? { metadata["run"] ?? batchRun }

  /// When the library was sequenced or, failing that, made known, ISO 8601; `nil` if not known.
  var detectedAt: String? { ended ?? metadata["run_date"] }

  /// The subject or, for a control without one, the sample.
  var material: String { subject.isEmpty ? sample : subject }

  /// What repeats of the same visit have in common.
  var visitName: String {
    visit ?? (role == .baseline ? sheetRole ?? "baseline" : metadata["collection_date"] ?? sample)
  }

  /// By what libraries are put in order: time, superseded results first, then names.
  package var order: [String] {
    let time = metadata["run_date"] ?? ended ?? metadata["collection_date"] ?? ""
    return [
      time, isSuperseded ? "0" : "1", ended ?? "", run ?? "", sample, report ?? "", subject,
      visit ?? "",
    ]
  }

  /// The library as quality control counts it.
  package func attempt(number: Int) -> LibraryAttempt {
    let days = ["run_date", "collection_date"].compactMap { metadata[$0] } + [ended ?? ""]
    var groups: [QualityDimension: String] = [:]
    groups[.lab] = metadata["lab"]
    groups[.site] = metadata["site"]
    groups[.lot] = metadata["lot"]
    groups[.specimen] = metadata["specimen"]
    groups[.run] = run
    groups[.month] = days.lazy.compactMap { CalendarDate(startOf: $0)?.yearMonth }.first
    return LibraryAttempt(
      number: number,
      sample: sample,
      subject: material,
      visit: visitName,
      role: role,
      isLocal: metadata["lab_role"] == "LOCAL",
      outcome: outcome,
      hasIndex: hasIndex,
      isSuperseded: isSuperseded,
      findings: findings.map {
        LibraryAttempt.Finding(code: $0.code, severity: $0.severity.diagnostic)
      },
      groups: groups,
      collected: metadata["collection_date"].flatMap { CalendarDate(startOf: $0) },
      reported: (metadata["report_date"] ?? ended).flatMap { CalendarDate(startOf: $0) }
    )
  }
}
