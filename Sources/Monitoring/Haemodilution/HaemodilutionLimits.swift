/// The limits of the advice about diluted marrow (article "Haemodilution", section 3).
package struct HaemodilutionLimits: Hashable, Sendable, Codable {
  /// Share of the earlier visit's value below which a proxy is beyond its reference.
  package var drop = 0.2
  /// Fewest proxies beyond their reference.
  package var proxies = 2

  /// The limits of the profile `clonetrack-mm-v1`.
  package static let clonetrackMMv1 = HaemodilutionLimits()

  /// Creates the defaults.
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case drop
    case proxies = "min_proxies"
  }
}
