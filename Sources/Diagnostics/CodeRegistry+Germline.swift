extension CodeRegistry {
  /// Errors of germline sets, then what `clonetrack germline verify` finds in them.
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
    RegisteredCode(
      "GERM-TITLE",
      .usage,
      meaning: "The name, version or origin of a germline set cannot be written to its file.",
      remedy: "Give a name and a version, each on one line without tabs."
    ),
    RegisteredCode(
      "GERM-CHECKSUM",
      .data,
      meaning: "A germline set is not the one whose sha256 was stated.",
      remedy: "Fetch the set again, or state the sha256 of the set that is meant."
    ),
    RegisteredCode(
      "GERM-ALTERED",
      .finding(.warning),
      meaning: "A germline set has the name and version of the built-in one but other bytes.",
      remedy: "Build the set again under a name or version of its own."
    ),
    RegisteredCode(
      "GERM-ALIGNMENT",
      .finding(.warning),
      meaning: "A source gives the IMGT gaps of an allele on other bases than its own.",
      remedy: "Report it to the source; the gaps were taken from a related allele instead."
    ),
    RegisteredCode(
      "GERM-FRAME",
      .finding(.warning),
      meaning: "A source states another reading frame of a J than its [WF]GxG motif has.",
      remedy: "Compare the J with its source; the motif's frame is used."
    ),
    RegisteredCode(
      "GERM-ANCHOR",
      .finding(.warning),
      meaning: "A V has no Cys104 codon, so reads with it get no junction.",
      remedy: "Check that the sequence is complete and gapped; a germline defect needs nothing."
    ),
    RegisteredCode(
      "GERM-MOTIF",
      .finding(.warning),
      meaning: "A J has no [WF]GxG motif, so reads with it get no junction.",
      remedy: "Check that the sequence is complete and on the coding strand."
    ),
    RegisteredCode(
      "GERM-STOP",
      .finding(.note),
      meaning: "A V has a stop codon in its reading frame, so no read with it is productive.",
      remedy: "Check that a pseudogene was meant to be in the set."
    ),
    RegisteredCode(
      "GERM-TWINS",
      .finding(.note),
      meaning: "Two alleles have the same sequence; reads with it are ambiguous between them.",
      remedy: "Keep both only if both names are wanted in the calls."
    ),
    RegisteredCode(
      "GERM-MISSING",
      .finding(.warning),
      meaning: "A germline set lacks alleles, elements or flanks; what needs them is not found.",
      remedy: "Add the missing part with 'clonetrack germline build' if the assay needs it."
    ),
  ]
}
