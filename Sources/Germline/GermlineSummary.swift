import Nucleotides

/// What a germline set has, in numbers.
package struct GermlineSummary: Hashable, Sendable {
  /// The alleles of one kind of segment of one locus.
  package struct Row: Hashable, Sendable {
    /// The locus.
    package var locus: Locus
    /// The kind of segment.
    package var segment: Segment
    /// How many alleles there are.
    package var alleleCount: Int
    /// How many genes they belong to.
    package var geneCount: Int
    /// How many alleles have an anchor; 0 for D, which have none.
    package var anchoredCount: Int
    /// How many alleles have a flank.
    package var flankedCount: Int
  }

  /// The set's name.
  package var name: String
  /// The set's version.
  package var version: String
  /// The sha256 of the set's file.
  package var sha256: String
  /// Where the sequences come from; empty if not stated.
  package var source: String
  /// The licence of the sequences; empty if not stated.
  package var licence: String
  /// What to cite; empty if not stated.
  package var citation: String
  /// The rows that have alleles, by locus and segment.
  package var rows: [Row]
  /// How many V alleles are set apart.
  package var setApartCount: Int
  /// The elements the set has, in the order of the file.
  package var elements: [GermlineElement.Kind]

  /// Counts a set.
  package init(of set: GermlineSet) {
    name = set.name
    version = set.version
    sha256 = set.sha256
    source = set.source
    licence = set.licence
    citation = set.citation
    setApartCount = set.setApart.count
    elements = set.elements.map(\.kind)
    rows = Locus.allCases.flatMap { locus in
      Segment.allCases.compactMap { segment in
        let alleles = set.alleles(of: segment, in: locus)
        guard !alleles.isEmpty else { return nil }
        return Row(
          locus: locus,
          segment: segment,
          alleleCount: alleles.count,
          geneCount: Set(alleles.map(\.gene)).count,
          anchoredCount: alleles.count { $0.anchor != nil },
          flankedCount: alleles.count { !$0.upstream.isEmpty || !$0.downstream.isEmpty }
        )
      }
    }
  }
}
