import Diagnostics
import Monitoring
import Reports

extension FollowupWorkflow {
  /// Reads the records of earlier follow-up samples.
  ///
  /// - Throws: `FILE-MISSING`, or `RECORD-SYNTAX` if one is damaged or of another subject.
  func earlierRecords(
    of subject: String
  ) throws(Diagnostic) -> [(record: FollowupRecord, file: RunRecord.FileRecord)] {
    var records: [(record: FollowupRecord, file: RunRecord.FileRecord)] = []
    for path in earlierPaths {
      let file = TrackedBaseline.File(path: path, bytes: try InputFile.bytes(of: path))
      let record = try FollowupRecord.read(from: file.bytes, path: path)
      guard record.subject == subject else {
        throw Diagnostic(
          code: "RECORD-SYNTAX",
          message: "the earlier visit is of subject \(record.subject), expected \(subject) as in "
            + "the baseline",
          location: .init(path: path),
          suggestion: "Give earlier visits of the same subject only."
        )
      }
      records.append((record, file.input))
    }
    return records
  }

  /// The finding that the last visit was made by another method; `nil` if it was made by this one,
  /// or there is none.
  func methodChange(
    _ context: AnalysisContext,
    since earlier: [FollowupRecord]
  ) -> Diagnostic? {
    guard let last = Self.latest(earlier) else { return nil }
    return MethodChangeRule.finding(
      for: MethodEvidence(
        comparedWith: "visit \(last.visit ?? last.sample)",
        madeBy: MethodEvidence.Identity(last),
        present: context.method
      )
    )
  }

  /// The last of some visits; those without a day come first.
  static func latest(_ visits: [FollowupRecord]) -> FollowupRecord? {
    visits.max {
      ($0.metadata["collection_date"] ?? "") < ($1.metadata["collection_date"] ?? "")
    }
  }

  /// Whether a sample is a patient's, after what the sheet says; without a sheet it is.
  static func isPatient(_ metadata: [String: String]) -> Bool {
    metadata["role"].map { $0 == SampleRole.followup.rawValue } ?? true
  }
}

extension FollowupRecord {
  /// The unrelated clones the visit showed.
  var sightings: [DriftEvidence.Sighting] {
    drift.filter { NewCloneDrift.codes.contains($0.event) }.compactMap { event in
      event.junction.map { junction in
        DriftEvidence.Sighting(
          window: Array(junction.utf8),
          date: metadata["collection_date"].flatMap { CalendarDate($0) }
        )
      }
    }
  }
}
