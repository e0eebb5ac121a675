package import Nucleotides

/// An element of the kappa locus that recombines but is no gene.
package struct GermlineElement: Hashable, Sendable {
  /// What the element is.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The kappa deleting element (Kde): `sequence` starts at its coding end, after the RSS, and
    /// runs 3′.
    case kappaDeleting = "IGKDEL"
    /// The Jκ–Cκ intron: `sequence` ends at the coding end, before the RSS.
    case kappaIntron = "IGKINTR"
  }

  /// What the element is.
  package var kind: Kind
  /// The bases, coding strand, as far as amplicons reach.
  package var sequence: NucleotideSequence
  /// The GenBank accession of the assembly's sequence, such as `NC_000002.12`.
  package var accession: String
  /// First base on `accession`, 1-based.
  package var start: Int
  /// Last base on `accession`, 1-based.
  package var end: Int
  /// The strand of `accession` that reads as the coding strand, `+` or `-`.
  package var strand: String

  /// Creates an element.
  package init(
    kind: Kind,
    sequence: NucleotideSequence,
    accession: String,
    start: Int,
    end: Int,
    strand: String
  ) {
    self.kind = kind
    self.sequence = sequence
    self.accession = accession
    self.start = start
    self.end = end
    self.strand = strand
  }
}

/// A named, versioned set of germline alleles; every result states which one it was made with.
package struct GermlineSet: Hashable, Sendable {
  /// The set's name, such as `AIRR-C human IG`.
  package var name: String
  /// The set's version, such as `IGH 9, IGK 4, IGL 3`.
  package var version: String
  /// The sha256 of the set file's bytes, lower-case hexadecimal.
  package var sha256: String
  /// The alleles in the order of the file.
  package var alleles: [GermlineAllele]
  /// V alleles set apart, in the order of the file: pseudogenes, open reading frames and orphons that are
  /// named only where no other allele fits nearly as well, and count for nothing else.
  package var setApart: [GermlineAllele]
  /// The other elements in the order of the file.
  package var elements: [GermlineElement]
  /// Where the sequences come from; empty if not stated.
  package var source: String
  /// The licence of the sequences, as an SPDX identifier if there is one; empty if not stated.
  package var licence: String
  /// What to cite; empty if not stated.
  package var citation: String

  /// Creates a set.
  package init(
    name: String,
    version: String,
    sha256: String,
    alleles: [GermlineAllele],
    setApart: [GermlineAllele] = [],
    elements: [GermlineElement],
    source: String = "",
    licence: String = "",
    citation: String = ""
  ) {
    self.name = name
    self.version = version
    self.sha256 = sha256
    self.source = source
    self.licence = licence
    self.citation = citation
    self.alleles = alleles
    self.setApart = setApart
    self.elements = elements
  }
}
