/// The columns of a germline set file, in their order.
enum GermlineColumn: String, CaseIterable {
  /// The locus, `IGH`, `IGK` or `IGL`.
  case locus
  /// The kind of segment or element.
  case segment
  /// The name, unique in the file.
  case name
  /// The bases; a V may be IMGT-gapped.
  case sequence
  /// Genomic bases before an allele.
  case upstream
  /// Genomic bases after an allele.
  case downstream
  /// The accession an element lies on.
  case accession
  /// The first base of an element, 1-based.
  case start
  /// The last base of an element, 1-based.
  case end
  /// The strand of an element.
  case strand

  /// The header row, without its line end.
  static var header: String { allCases.map(\.rawValue).joined(separator: "\t") }
}

/// The keys of the metadata lines of a germline set file, in their order.
enum GermlineKey: String, CaseIterable {
  /// The format's name and version; always the first line.
  case format
  /// The set's name.
  case name
  /// The set's version.
  case version
  /// Where the sequences come from; optional.
  case source
  /// The licence of the sequences; optional.
  case licence
  /// What to cite; optional.
  case citation

  /// The only value of `format` this program reads.
  static let formatVersion = "clonetrack.germline/1"
}
