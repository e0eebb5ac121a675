/// A named release of germline alleles (AIRR schema, object `GermlineSet`).
struct AIRRGermlineSet: Hashable, Sendable, Decodable {
  /// The set's name.
  var germlineSetName: String?
  /// The set's version.
  var releaseVersion: Int?
  /// The species.
  var species: AIRROntologyTerm?
  /// The alleles.
  var alleleDescriptions: [AIRRAlleleDescription]
}

/// A term of an ontology with its label.
struct AIRROntologyTerm: Hashable, Sendable, Decodable {
  /// The term in words, such as `Homo sapiens`.
  var label: String?
}

/// One allele (AIRR schema, object `AlleleDescription`).
struct AIRRAlleleDescription: Hashable, Sendable, Decodable {
  /// The allele's name.
  var label: String
  /// The gene as far as it is known, with flanks.
  var sequence: String
  /// The bases of the V, D or J region; may have gaps.
  var codingSequence: String?
  /// The locus.
  var locus: String
  /// `V`, `D`, `J` or `C`.
  var sequenceType: String
  /// The species.
  var species: AIRROntologyTerm?
  /// `active`, `draft`, `retired` or `withdrawn`; `nil` means active.
  var status: String?
  /// The codon position of a J's first base, 1…3.
  var jCodonFrame: Int?
  /// The first base of `codingSequence` in `sequence`, 1-based.
  var geneStart: Int?
  /// The last base of `codingSequence` in `sequence`, 1-based.
  var geneEnd: Int?
  /// The regions of a V under one or more schemes.
  var vGeneDelineations: [AIRRSequenceDelineation]?
}

/// The regions of a V (AIRR schema, object `SequenceDelineationV`).
struct AIRRSequenceDelineation: Hashable, Sendable, Decodable {
  /// The scheme, such as `IMGT`.
  var delineationScheme: String?
  /// The bases with the scheme's gaps.
  var alignedSequence: String?
}
