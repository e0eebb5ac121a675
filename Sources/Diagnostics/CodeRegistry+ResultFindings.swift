extension CodeRegistry {
  /// Findings about libraries, levels and baselines.
  static let resultFindings: [RegisteredCode] = [
    RegisteredCode(
      "LIB-CPX",
      .finding(.warning),
      meaning: "The library has few templates for its reads.",
      metric: "reads per template",
      limit: "1,000, with under 0.2 of the templates expected",
      actions: [.repeatLibrary],
      remedy: "Repeat the library."
    ),
    RegisteredCode(
      "LIB-BG",
      .finding(.warning),
      meaning: "The polyclonal background has collapsed.",
      metric: "clonotypes, and effective clonotypes, besides the index",
      limit: "100 clonotypes and 50 effective clonotypes",
      actions: [.review],
      remedy: "Review haemodilution and therapy."
    ),
    RegisteredCode(
      "QT-DISC",
      .finding(.indeterminate),
      meaning: "One replicate has all templates, which chance does not explain.",
      metric: "chance of all templates in one replicate",
      limit: "p of 0.01",
      actions: [.repeatLibrary],
      remedy: "Repeat the library; suspect contamination."
    ),
    RegisteredCode(
      "QT-HET",
      .finding(.warning),
      meaning: "The tracked clonotypes disagree about the level.",
      metric: "p value of one level for all clonotypes",
      limit: "p of 0.01",
      actions: [.review],
      remedy: "Review the clonotypes for drift."
    ),
    RegisteredCode(
      "QT-DEPTH",
      .finding(.failure),
      meaning: "Too few reads per template.",
      metric: "reads per template",
      limit: "10 reads per template fails, 20 warns",
      actions: [.repeatLibrary],
      remedy: "Sequence deeper or repeat the library."
    ),
    RegisteredCode(
      "QT-SENS",
      .finding(.warning),
      meaning: "The sensitivity does not reach a cutoff.",
      metric: "LOD95",
      limit: "each cutoff",
      actions: [.reextract, .resample],
      remedy: "Extract more DNA, add replicates or sequence deeper."
    ),
    RegisteredCode(
      "QT-AMBIG",
      .finding(.warning),
      meaning: "Many reads fit more than one tracked clone or control.",
      metric: "share of matched reads that are ambiguous",
      limit: "0.1 of the matched reads",
      actions: [.review],
      remedy: "Review the signatures of the clones."
    ),
    RegisteredCode(
      "BL-NOIDX",
      .finding(.failure),
      meaning: "The sample has no index clonotype.",
      metric: "index clonotypes",
      limit: "one clonotype that passes every gate",
      actions: [.newBaseline],
      remedy: "Test another baseline sample."
    ),
    RegisteredCode(
      "BL-ANNOT",
      .finding(.warning),
      meaning: "A leading clonotype of the baseline cannot be annotated.",
      metric: "share of like reads of a clonotype without annotation",
      limit: "below 0.03 of like reads",
      actions: [.review],
      remedy: "Look at its sequence in the table of rearrangements: it may be the clone."
    ),
    RegisteredCode(
      "BL-LOWCLN",
      .finding(.failure),
      meaning: "The tumour is too small a part of the baseline sample.",
      metric: "share of like templates, and templates, of the best candidate",
      limit: "0.03 of like templates and 40 templates",
      actions: [.newBaseline],
      remedy: "Enrich CD138-positive cells or use another sample."
    ),
    RegisteredCode(
      "BL-RDS",
      .finding(.failure),
      meaning: "A locus class has too few reads at baseline.",
      metric: "usable reads of a locus class",
      limit: "20,000 usable reads warns, 10,000 in no class fails",
      actions: [.repeatLibrary],
      remedy: "Sequence deeper or repeat the library."
    ),
    RegisteredCode(
      "BL-OLIGO",
      .finding(.warning),
      meaning: "There are more dominant rearrangements than one clone can have.",
      metric: "index clonotypes of a chain",
      limit: "2 IGH and 4 IGK",
      actions: [.review],
      remedy: "Review the sample for a second clone."
    ),
    RegisteredCode(
      "BL-DOM",
      .finding(.warning),
      meaning: "An index clonotype does not stand out from the third of its class.",
      metric: "share over that of the third clonotype",
      limit: "2 times the share of the third clonotype",
      actions: [.review],
      remedy: "Review the sample for a second clone."
    ),
    RegisteredCode(
      "BL-LC",
      .finding(.warning),
      meaning: "The rearrangements do not fit the light chain of the M-protein.",
      metric: "IGK_VJ index clonotypes",
      limit: "one IGK V-J where the light chain is kappa",
      actions: [.review],
      remedy: "Check that the sample is the patient's."
    ),
    RegisteredCode(
      "BL-NOPROD",
      .finding(.warning),
      meaning: "No index clonotype is a productive IGH VDJ.",
      metric: "productive IGH_VDJ index clonotypes",
      limit: "one productive IGH VDJ",
      actions: [.review],
      remedy: "Review; expected only in light-chain or non-secretory disease."
    ),
    RegisteredCode(
      "BL-SHM",
      .finding(.warning),
      meaning: "Hypermutation may have cost primers their sites.",
      metric: "V identity, and IGH_VDJ reads",
      limit: "V identity of 0.88, and reads of IGH VDJ",
      actions: [.repeatLibrary],
      remedy: "Try primers of another framework."
    ),
    RegisteredCode(
      "BL-UNIQ",
      .finding(.indeterminate),
      meaning: "Every index clonotype is common in normal repertoires.",
      metric: "expected background templates of the rarest index",
      limit: "0.1 expected background templates",
      actions: [.newBaseline],
      remedy: "Test another baseline sample; deep cutoffs cannot be judged."
    ),
    RegisteredCode(
      "BL-NOSCALE",
      .finding(.warning),
      meaning: "Reads could not be scaled to templates at baseline.",
      metric: "control reads",
      limit: "an internal control",
      actions: [.repeatLibrary],
      remedy: "Add the internal control to the baseline library."
    ),
    RegisteredCode(
      "BL-NOSAMP",
      .finding(.failure),
      meaning: "No baseline specimen was kept.",
      metric: "baseline specimens",
      limit: "one baseline specimen",
      actions: [.newBaseline],
      remedy: "Find a stored baseline or relapse specimen."
    ),
  ]
}
