package import Germline
import Nucleotides

extension GermlineSummary {
  /// The summary for a terminal, one fact or row a line, no line end after the last.
  package var text: String {
    let facts = [
      ("name", name), ("version", version), ("sha256", sha256), ("source", source),
      ("licence", licence), ("citation", citation),
      ("elements", elements.map(\.rawValue).joined(separator: ", ")),
      (
        "set apart",
        setApartCount > 0 ? "\(setApartCount) V alleles that are not functional" : ""
      ),
    ]
    let lines = facts.filter { !$0.1.isEmpty }.map { "\(padded($0.0, to: 10))\($0.1)" }
    let head = "locus  segment  alleles  genes  with anchor  with flank"
    let table = rows.map { row in
      padded(row.locus.rawValue, to: 7) + padded(row.segment.rawValue, to: 9)
        + padded("\(row.alleleCount)", to: 9) + padded("\(row.geneCount)", to: 7)
        + padded(row.segment == .d ? "-" : "\(row.anchoredCount)", to: 13)
        + (row.segment == .v ? "-" : "\(row.flankedCount)")
    }
    return (lines + ["", head] + table).joined(separator: "\n")
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

extension GermlineSet {
  /// The alleles as tab-separated values with a header row, no line end after the last.
  ///
  /// `anchor` and `frame` are 0-based offsets; an empty `anchor` is one that does not exist.
  package var alleleTable: String {
    let listed = alleles.map { ($0, $0.segmentInFile) } + setApart.map { ($0, $0.segmentSetApart) }
    let rows = listed.map { allele, segment in
      [
        allele.locus.rawValue, segment, allele.name, "\(allele.sequence.count)",
        allele.anchor.map(String.init) ?? "", allele.segment == .d ? "" : "\(allele.frame)",
      ].joined(separator: "\t")
    }
    return (["locus\tsegment\tallele\tlength\tanchor\tframe"] + rows).joined(separator: "\n")
  }
}
