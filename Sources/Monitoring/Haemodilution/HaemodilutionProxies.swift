/// What a sample's polyclonal rearrangements say about blood in the marrow (article
/// "Haemodilution", section 2).
///
/// `nil` is not known. No molecular cut is validated: values are compared with an earlier visit of
/// the same subject, never with a fixed number.
package struct HaemodilutionProxies: Hashable, Sendable {
  /// Polyclonal templates over nucleated cells.
  package var polyclonalFraction: Double?
  /// Polyclonal IGH DJ templates over IGH VDJ templates: precursors have more DJ.
  package var djToVDJ: Double?
  /// Polyclonal IGH VDJ templates over IGK VJ templates: early precursors have no IGK.
  package var ighToIGK: Double?
  /// Share of IGH VDJ clonotypes without mutations: naïve cells, as blood has.
  package var unmutatedFraction: Double?
  /// Polyclonal clonotypes per 100,000 nucleated cells.
  package var clonotypesPerCells: Double?

  /// Creates proxies.
  package init(
    polyclonalFraction: Double? = nil,
    djToVDJ: Double? = nil,
    ighToIGK: Double? = nil,
    unmutatedFraction: Double? = nil,
    clonotypesPerCells: Double? = nil
  ) {
    self.polyclonalFraction = polyclonalFraction
    self.djToVDJ = djToVDJ
    self.ighToIGK = ighToIGK
    self.unmutatedFraction = unmutatedFraction
    self.clonotypesPerCells = clonotypesPerCells
  }
}
