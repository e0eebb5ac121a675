package import Germline
import Nucleotides

extension GermlineSetRecord {
  /// The alleles of one kind of segment of one locus, counted.
  package struct SegmentCounts: Codable, Hashable, Sendable {
    /// The locus.
    package var locus: Locus
    /// The kind of segment.
    package var segment: String
    /// How many alleles there are.
    package var alleles: Int
    /// How many genes they belong to.
    package var genes: Int
    /// How many alleles have the codon that bounds the junction; `nil` for D, which have none.
    @ExplicitNull package var withAnchor: Int?
    /// How many alleles have genomic bases beside their own; `nil` for V, which need none.
    @ExplicitNull package var withFlank: Int?

    /// Creates the record of a row.
    package init(_ row: GermlineSummary.Row) {
      (locus, segment) = (row.locus, row.segment.rawValue)
      (alleles, genes) = (row.alleleCount, row.geneCount)
      withAnchor = row.segment == .d ? nil : row.anchoredCount
      withFlank = row.segment == .v ? nil : row.flankedCount
    }

    private enum CodingKeys: String, CodingKey {
      case locus, segment, alleles, genes
      case withAnchor = "with_anchor"
      case withFlank = "with_flank"
    }
  }

  /// One allele.
  package struct Allele: Codable, Hashable, Sendable {
    /// The locus.
    package var locus: Locus
    /// The kind of segment.
    package var segment: String
    /// The name.
    package var name: String
    /// Whether the gene can make part of a receptor: `F`, `ORF` or `P`.
    package var functionality: String
    /// Whether it is named only where no other allele fits nearly as well.
    package var setApart: Bool
    /// The number of bases.
    package var length: Int
    /// The offset of the first base of Cys104 or Trp/Phe118; `nil` where that codon does not exist.
    @ExplicitNull package var anchor: Int?
    /// The offset of the first base of the first whole codon, `0...2`; `nil` for D.
    @ExplicitNull package var frame: Int?

    /// Creates the record of an allele.
    package init(_ allele: GermlineAllele, isSetApart: Bool) {
      (locus, segment, name) = (allele.locus, allele.segment.rawValue, allele.name)
      (functionality, setApart) = (allele.functionality.rawValue, isSetApart)
      (length, anchor) = (allele.sequence.count, allele.anchor)
      frame = allele.segment == .d ? nil : allele.frame
    }

    private enum CodingKeys: String, CodingKey {
      case locus, segment, name, functionality, length, anchor, frame
      case setApart = "set_apart"
    }
  }

  /// What a check of the set found.
  package struct Verification: Codable, Hashable, Sendable {
    /// Whether the set has the bytes of the one in the program.
    package var builtIn: Bool
    /// Whether the set may be used.
    package var usable: Bool
    /// What was found, errors first.
    package var findings: [DiagnosticRecord]

    /// Creates a record.
    package init(builtIn: Bool, usable: Bool, findings: [DiagnosticRecord]) {
      (self.builtIn, self.usable, self.findings) = (builtIn, usable, findings)
    }

    private enum CodingKeys: String, CodingKey {
      case usable, findings
      case builtIn = "built_in"
    }
  }
}
