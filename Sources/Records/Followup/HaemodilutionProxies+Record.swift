package import Monitoring

extension HaemodilutionProxies {
  /// The proxies of a recorded sample.
  package init(_ record: FollowupRecord.HaemodilutionRecord) {
    self.init(
      polyclonalFraction: record.polyclonalFraction,
      djToVDJ: record.djToVDJ,
      ighToIGK: record.ighToIGK,
      unmutatedFraction: record.unmutatedFraction,
      clonotypesPerCells: record.clonotypesPerCells
    )
  }
}

extension FollowupRecord.HaemodilutionRecord {
  /// The record of the proxies.
  package init(_ proxies: HaemodilutionProxies) {
    self.init(
      polyclonalFraction: proxies.polyclonalFraction,
      djToVDJ: proxies.djToVDJ,
      ighToIGK: proxies.ighToIGK,
      unmutatedFraction: proxies.unmutatedFraction,
      clonotypesPerCells: proxies.clonotypesPerCells
    )
  }
}
