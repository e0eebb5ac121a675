extension CodeRegistry {
  /// Errors of germline sets.
  static let germlineErrors: [RegisteredCode] = [
    RegisteredCode(
      "GERM-SYNTAX",
      .data,
      meaning: "A germline set or one of its sources is not in the format it should have.",
      remedy: "Correct the named line or make the set again with 'clonetrack germline build'."
    ),
    RegisteredCode(
      "GERM-BASES",
      .data,
      meaning: "A germline sequence holds a letter that is no base.",
      remedy: "Correct the named sequence."
    ),
    RegisteredCode(
      "GERM-LOCUS",
      .data,
      meaning: "A germline allele belongs to no immunoglobulin locus this program knows.",
      remedy: "Give IGH, IGK or IGL alleles only, named such as IGHV1-2*02."
    ),
    RegisteredCode(
      "GERM-DUPLICATE",
      .data,
      meaning: "Two germline alleles have one name.",
      remedy: "Keep one of them or rename one."
    ),
    RegisteredCode(
      "GERM-EMPTY",
      .data,
      meaning: "A germline set or one of its sources has no allele.",
      remedy: "Check that the file is the one that was meant."
    ),
  ]
}
