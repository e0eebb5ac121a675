/// What a group of parameters decides, and where the method and its values come from.
struct MethodSubject {
  /// How the names of its parameters begin.
  let prefix: String
  /// What they decide.
  let title: String
  /// Method and values.
  let source: String

  /// The subject of a parameter.
  static func of(_ name: String) -> MethodSubject {
    all.first { name.hasPrefix($0.prefix) }
      ?? MethodSubject(prefix: "", title: "Other", source: ownDefault)
  }

  private static let ownDefault = "Values are defaults of the profile; validate them locally."

  /// The subjects in the order of the analysis.
  static let all: [MethodSubject] = [
    MethodSubject(
      prefix: "merge.",
      title: "Error collapse",
      source: "Copies with PCR and sequencing errors join their parent by distance, abundance and "
        + "quality. \(ownDefault)"
    ),
    MethodSubject(
      prefix: "baseline.",
      title: "Choice of index clonotypes",
      source: "Shares within a class, templates, share of cells, dominance and uniqueness; tumour "
        + "content limits what is found (Rustad and others 2019, PMC6430394). \(ownDefault)"
    ),
    MethodSubject(
      prefix: "generation.",
      title: "Expected background",
      source: "The probability that unrelated cells made the same bases, by a model of V(D)J "
        + "recombination over the germline set (Collins and others 2024, "
        + "doi:10.3389/fimmu.2023.1330153)."
    ),
    MethodSubject(
      prefix: "match.",
      title: "Matching of reads",
      source: "Differences that a read may have from a signature, weighed by base quality "
        + "(Ewing and Green 1998, doi:10.1101/gr.8.3.186). \(ownDefault)"
    ),
    MethodSubject(
      prefix: "quantification.cells",
      title: "Number of cells",
      source: "Genomic controls where there are any, else DNA mass. \(ownDefault)"
    ),
    MethodSubject(
      prefix: "quantification.ic",
      title: "Internal controls",
      source: "Reads become templates by spikes of known copies, by primer family where there are "
        + "enough of them (doi:10.1111/bjh.16571). \(ownDefault)"
    ),
    MethodSubject(
      prefix: "quantification.quant",
      title: "Level and interval",
      source: "Pooled ratio of clone and control counts; conditional binomial interval with "
        + "overdispersion. Coverage and bias are measured by 'make experiment'. \(ownDefault)"
    ),
    MethodSubject(
      prefix: "quantification.detect",
      title: "Detection and LOD95",
      source: "Reads needed follow from the background by a Poisson test, LOD95 from the cells and "
        + "the chance to see one template. \(ownDefault)"
    ),
    MethodSubject(
      prefix: "quantification.cutoffs",
      title: "Status at the cutoffs",
      source:
        "Cutoffs and the duty to state sensitivity follow the regulator's guideline on minimal "
        + "residual disease in multiple myeloma trials."
    ),
    MethodSubject(
      prefix: "monitoring.",
      title: "Findings",
      source: "One rule for each code; 'clonetrack explain CODE' states limit and remedy. "
        + "\(ownDefault)"
    ),
    MethodSubject(
      prefix: "drift.",
      title: "Clonal drift",
      source: "Shared stems and mutations tell relatives from new clones; in myeloma the clone is "
        + "constant as a rule (Leukemia 2015, leu20157). \(ownDefault)"
    ),
    MethodSubject(
      prefix: "identity.",
      title: "Identity of the subject",
      source: "V alleles that tell subjects apart. \(ownDefault)"
    ),
    MethodSubject(
      prefix: "haemodilution.",
      title: "Blood in the marrow",
      source: "Advice only; there is no validated molecular limit."
    ),
  ]
}
