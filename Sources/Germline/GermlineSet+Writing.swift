import Nucleotides

extension GermlineSet {
  /// The bytes of the set's file: metadata, header row, alleles, V set apart, elements, each in
  /// its order.
  ///
  /// Equal sets have equal bytes, and reading them gives the set again, but for its `sha256`, which
  /// is that of these bytes.
  package var fileBytes: [UInt8] {
    var lines: [String] = []
    let metadata: [GermlineKey: String] = [
      .format: GermlineKey.formatVersion, .name: name, .version: version, .source: source,
      .licence: licence, .citation: citation,
    ]
    for key in GermlineKey.allCases {
      guard let value = metadata[key], !value.isEmpty else { continue }
      lines.append("#\(key.rawValue)\t\(value)")
    }
    lines.append(GermlineColumn.header)
    let rows = alleles.map { ($0, $0.segmentInFile) } + setApart.map { ($0, $0.segmentSetApart) }
    for (allele, segment) in rows {
      let fields = [
        allele.locus.rawValue, segment, allele.name,
        allele.gapped ?? allele.sequence.description, allele.upstream.description,
        allele.downstream.description, "", "", "", "",
      ]
      lines.append(fields.joined(separator: "\t"))
    }
    for element in elements {
      let fields = [
        Locus.kappa.rawValue, element.kind.rawValue, element.kind.rawValue,
        element.sequence.description, "", "", element.accession, String(element.start),
        String(element.end), element.strand,
      ]
      lines.append(fields.joined(separator: "\t"))
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
