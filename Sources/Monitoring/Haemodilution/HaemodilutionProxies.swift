import Clonotyping
import Tracking

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

extension HaemodilutionProxies {
  /// Makes the proxies of a sample.
  ///
  /// - Parameters:
  ///   - reads: Polyclonal reads of each class in the replicates that count.
  ///   - clonotypes: Polyclonal clonotypes.
  ///   - unmutated: IGH VDJ clonotypes looked at that have hardly any mutation.
  ///   - all: IGH VDJ clonotypes looked at.
  ///   - scale: The sample's scale.
  init(
    reads: [LocusClass: Int],
    clonotypes: Int,
    unmutated: Int,
    ofVDJ all: Int,
    scale: SampleScale
  ) {
    func templates(_ classes: [LocusClass]) -> Double? {
      scale.readsPerTemplate.map { depth in
        Double(classes.reduce(0) { $0 + (reads[$1] ?? 0) }) / depth
      }
    }
    func ratio(_ left: Double?, _ right: Double?) -> Double? {
      guard let left, let right, right > 0 else { return nil }
      return left / right
    }
    let heavy = templates([.ighVDJ])
    self.init(
      polyclonalFraction: ratio(templates(LocusClass.allCases), scale.cells),
      djToVDJ: ratio(templates([.ighDJ]), heavy),
      ighToIGK: ratio(heavy, templates([.igkVJ])),
      unmutatedFraction: ratio(Double(unmutated), Double(all)),
      clonotypesPerCells: ratio(100_000 * Double(clonotypes), scale.cells)
    )
  }
}
