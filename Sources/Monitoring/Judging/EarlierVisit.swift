package import Quantification
package import Tracking

/// An earlier follow-up of the subject, as later ones look at it.
package struct EarlierVisit: Hashable, Sendable {
  /// The sample.
  package var sample: String
  /// The visit as the user named it; `nil` if it has no name.
  package var visit: String?
  /// What the sample sheet says about the sample, by column; empty without a sheet.
  package var metadata: [String: String]
  /// How it was analysed.
  package var method: AnalysisMethod
  /// The call.
  package var call: SampleCall
  /// What polyclonal rearrangements said about blood in the marrow.
  package var proxies: HaemodilutionProxies
  /// The unrelated clones that it showed.
  package var sightings: [DriftEvidence.Sighting]

  /// Collects what is known of a visit.
  package init(
    sample: String,
    visit: String?,
    metadata: [String: String],
    method: AnalysisMethod,
    call: SampleCall,
    proxies: HaemodilutionProxies,
    sightings: [DriftEvidence.Sighting]
  ) {
    (self.sample, self.visit, self.metadata) = (sample, visit, metadata)
    (self.method, self.call) = (method, call)
    (self.proxies, self.sightings) = (proxies, sightings)
  }
}

extension [EarlierVisit] {
  /// The last of the visits; those without a day come first; `nil` without visits.
  package var latest: EarlierVisit? {
    self.max {
      ($0.metadata["collection_date"] ?? "") < ($1.metadata["collection_date"] ?? "")
    }
  }
}
