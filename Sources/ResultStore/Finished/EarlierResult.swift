package import Files
package import Monitoring
package import Records

/// The result of an earlier follow-up, as a later one looks at it.
package struct EarlierResult: Hashable, Sendable {
  /// What the later sample is judged with.
  package var visit: EarlierVisit
  /// What it says about the level.
  package var level: VisitLevel
  /// The file it stands in.
  package var file: FileIdentity
  /// The day the sample was taken; `nil` if not known.
  package var date: CalendarDate?

  /// Takes over a record.
  package init(_ record: FollowupRecord, file: FileIdentity) {
    (visit, level, self.file) = (EarlierVisit(record), VisitLevel(record), file)
    date = Self.date(of: record)
  }

  /// Whether a record is of a patient's visit whose day is known.
  package static func isDatedVisit(_ record: FollowupRecord) -> Bool {
    SampleRole.isPatientFollowup(record.metadata) && date(of: record) != nil
  }

  private static func date(of record: FollowupRecord) -> CalendarDate? {
    record.metadata["collection_date"].flatMap { CalendarDate($0) }
  }
}
