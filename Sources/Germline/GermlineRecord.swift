package import Diagnostics

/// One sequence as a source of germline alleles states it, not yet judged.
package struct GermlineRecord: Hashable, Sendable {
  /// The allele's name, such as `IGHV1-2*02`.
  package var name: String
  /// The locus; `nil` if it has to be taken from the name.
  package var locus: String?
  /// The kind of segment, `V`, `D` or `J`, else what the source calls it; `nil` if it has to be taken
  /// from the name.
  package var segment: String?
  /// The coding-strand letters, 5′ to 3′; `.` and `-` are gaps.
  package var letters: String
  /// The same bases with IMGT gaps, if the source states them apart; else `nil`.
  package var aligned: String?
  /// The 0-based offset of the first whole codon the source states for a J; `nil` if it states none.
  package var statedFrame: Int?
  /// Genomic bases before the allele; empty if unknown.
  package var upstream: String
  /// Genomic bases after the allele; empty if unknown.
  package var downstream: String
  /// Where the record stands; `nil` if it has no place in a file.
  package var location: Diagnostic.Location?

  /// Creates a record.
  package init(
    name: String,
    locus: String? = nil,
    segment: String? = nil,
    letters: String,
    aligned: String? = nil,
    statedFrame: Int? = nil,
    upstream: String = "",
    downstream: String = "",
    location: Diagnostic.Location? = nil
  ) {
    self.name = name
    self.locus = locus
    self.segment = segment
    self.letters = letters
    self.aligned = aligned
    self.statedFrame = statedFrame
    self.upstream = upstream
    self.downstream = downstream
    self.location = location
  }
}
