import Monitoring
import Reports

extension HaemodilutionProxies {
  /// The proxies of a recorded sample.
  init(_ record: FollowupRecord.HaemodilutionRecord) {
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
  init(_ proxies: HaemodilutionProxies) {
    self.init(
      polyclonalFraction: proxies.polyclonalFraction,
      djToVDJ: proxies.djToVDJ,
      ighToIGK: proxies.ighToIGK,
      unmutatedFraction: proxies.unmutatedFraction,
      clonotypesPerCells: proxies.clonotypesPerCells
    )
  }
}
