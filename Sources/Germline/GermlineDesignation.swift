import Diagnostics

/// Which locus and segment a record belongs to.
struct GermlineDesignation {
  /// The locus.
  var locus: Locus
  /// The segment; `nil` if the record is no V, D or J.
  var segment: Segment?

  /// Reads the designation from what the record states, else from its name.
  ///
  /// - Throws: `GERM-LOCUS` if neither names an immunoglobulin locus.
  init(of record: GermlineRecord) throws(Diagnostic) {
    let stated = record.locus ?? String(record.name.prefix(3))
    guard let locus = Locus(rawValue: stated.uppercased()) else {
      throw Diagnostic(
        code: "GERM-LOCUS",
        message: "\(record.name) has the locus '\(stated)', expected IGH, IGK or IGL",
        location: record.location
      )
    }
    self.locus = locus
    segment = Segment(rawValue: record.segment ?? Self.segmentLetter(of: record.name))
  }

  /// The fourth letter of a gene name; empty for a constant gene.
  ///
  /// The constant gene of IgD is called IGHD; a D segment has a number or a hyphen after it.
  private static func segmentLetter(of name: String) -> String {
    let rest = name.dropFirst(3)
    let next = rest.dropFirst().first
    let isGene = next.map { $0.isNumber || $0 == "-" || $0 == "(" || $0 == "/" } ?? false
    return isGene ? String(rest.prefix(1)) : ""
  }
}
