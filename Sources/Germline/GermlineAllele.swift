package import Nucleotides

/// An immunoglobulin locus, with the spelling of AIRR's `locus` field.
package enum Locus: String, CaseIterable, Hashable, Sendable, Codable {
  /// The heavy chain.
  case heavy = "IGH"
  /// The kappa light chain.
  case kappa = "IGK"
  /// The lambda light chain.
  case lambda = "IGL"
}

/// The kind of gene segment an allele belongs to.
package enum Segment: String, CaseIterable, Hashable, Sendable {
  /// Variable.
  case v = "V"
  /// Diversity.
  case d = "D"
  /// Joining.
  case j = "J"
}

/// One allele of a V, D or J gene, coding strand.
package struct GermlineAllele: Hashable, Sendable {
  /// The name, such as `IGHV1-2*02`.
  package var name: String
  /// The locus.
  package var locus: Locus
  /// The kind of segment.
  package var segment: Segment
  /// The bases without gaps, 5′ to 3′.
  package var sequence: NucleotideSequence
  /// The IMGT-gapped letters of a V (`.` is a gap); `nil` if the source had none.
  package var gapped: String?
  /// The 0-based offset of the first base of Cys104 (V) or Trp/Phe118 (J) in `sequence`; `nil` for a
  /// D and for an allele without that codon.
  package var anchor: Int?
  /// The 0-based offset of the first base of the first whole codon of a J, or of a V if it does not
  /// start a codon; 0…2.
  package var frame: Int
  /// The 0-based half-open framework and CDR borders of a V in `sequence`; `nil` where unknown.
  package var regions: VariableRegions?
  /// Genomic bases before the allele: 350 nt before a D's own bases (RSS included); empty if
  /// unknown.
  package var upstream: NucleotideSequence
  /// Genomic bases after the allele: up to 120 nt of intron after a J; empty if unknown.
  package var downstream: NucleotideSequence
  /// Whether the gene can make part of a receptor.
  package var functionality: Functionality

  /// The name without the allele number: `IGHV1-2`.
  package var gene: Substring { name.prefix { $0 != "*" } }

  /// Creates an allele.
  package init(
    name: String,
    locus: Locus,
    segment: Segment,
    sequence: NucleotideSequence,
    gapped: String? = nil,
    anchor: Int? = nil,
    frame: Int = 0,
    regions: VariableRegions? = nil,
    upstream: NucleotideSequence = NucleotideSequence(),
    downstream: NucleotideSequence = NucleotideSequence(),
    functionality: Functionality = .functional
  ) {
    self.name = name
    self.locus = locus
    self.segment = segment
    self.sequence = sequence
    self.gapped = gapped
    self.anchor = anchor
    self.frame = frame
    self.regions = regions
    self.upstream = upstream
    self.downstream = downstream
    self.functionality = functionality
  }
}

/// Where the regions of a V begin (IMGT delimitation), as 0-based offsets in its ungapped bases.
package struct VariableRegions: Hashable, Sendable {
  /// First base of FR1.
  package var fr1: Int
  /// First base of CDR1.
  package var cdr1: Int
  /// First base of FR2.
  package var fr2: Int
  /// First base of CDR2.
  package var cdr2: Int
  /// First base of FR3.
  package var fr3: Int
  /// First base of CDR3, the one after Cys104.
  package var cdr3: Int

  /// Creates borders.
  package init(fr1: Int, cdr1: Int, fr2: Int, cdr2: Int, fr3: Int, cdr3: Int) {
    (self.fr1, self.cdr1, self.fr2) = (fr1, cdr1, fr2)
    (self.cdr2, self.fr3, self.cdr3) = (cdr2, fr3, cdr3)
  }
}
