package import Monitoring
import Tracking

extension EarlierVisit {
  /// What a later sample looks at of a record.
  package init(_ record: FollowupRecord) {
    self.init(
      sample: record.sample,
      visit: record.visit,
      metadata: record.metadata,
      method: AnalysisMethod(record),
      call: record.result.call,
      proxies: HaemodilutionProxies(record.haemodilution),
      sightings: record.drift.filter { NewCloneDrift.codes.contains($0.event) }.compactMap {
        event in
        event.junction.map { junction in
          DriftEvidence.Sighting(
            window: Array(junction.utf8),
            date: record.metadata["collection_date"].flatMap { CalendarDate($0) }
          )
        }
      }
    )
  }
}
