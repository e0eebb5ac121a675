extension CodeRegistry {
  /// Findings about libraries, levels and baselines.
  static let resultFindings: [RegisteredCode] = [
    RegisteredCode(
      "LIB-CPX",
      .finding(.warning),
      meaning: "The library has few templates for its reads.",
      limit: "1,000 reads per template with under 0.2 of the templates expected",
      remedy: "Repeat the library."
    ),
    RegisteredCode(
      "LIB-BG",
      .finding(.warning),
      meaning: "The polyclonal background has collapsed.",
      limit: "100 clonotypes and 50 effective clonotypes",
      remedy: "Review haemodilution and therapy."
    ),
    RegisteredCode(
      "QT-DISC",
      .finding(.indeterminate),
      meaning: "One replicate has all templates, which chance does not explain.",
      limit: "p of 0.01",
      remedy: "Repeat the library; suspect contamination."
    ),
    RegisteredCode(
      "QT-HET",
      .finding(.warning),
      meaning: "The tracked clonotypes disagree about the level.",
      limit: "p of 0.01",
      remedy: "Review the clonotypes for drift."
    ),
    RegisteredCode(
      "QT-DEPTH",
      .finding(.failure),
      meaning: "Too few reads per template.",
      limit: "10 reads per template fails, 20 warns",
      remedy: "Sequence deeper or repeat the library."
    ),
    RegisteredCode(
      "QT-SENS",
      .finding(.warning),
      meaning: "The sensitivity does not reach a cutoff.",
      limit: "LOD95 of each cutoff",
      remedy: "Extract more DNA, add replicates or sequence deeper."
    ),
    RegisteredCode(
      "QT-AMBIG",
      .finding(.warning),
      meaning: "Many reads fit more than one tracked clone or control.",
      limit: "0.1 of the matched reads",
      remedy: "Review the signatures of the clones."
    ),
    RegisteredCode(
      "BL-NOIDX",
      .finding(.failure),
      meaning: "The sample has no index clonotype.",
      limit: "one clonotype that passes every gate",
      remedy: "Test another baseline sample."
    ),
    RegisteredCode(
      "BL-LOWCLN",
      .finding(.failure),
      meaning: "The tumour is too small a part of the baseline sample.",
      limit: "0.03 of like templates and 40 templates",
      remedy: "Enrich CD138-positive cells or use another sample."
    ),
    RegisteredCode(
      "BL-RDS",
      .finding(.failure),
      meaning: "A locus class has too few reads at baseline.",
      limit: "20,000 usable reads warns, 10,000 in no class fails",
      remedy: "Sequence deeper or repeat the library."
    ),
    RegisteredCode(
      "BL-OLIGO",
      .finding(.warning),
      meaning: "There are more dominant rearrangements than one clone can have.",
      limit: "2 IGH and 4 IGK",
      remedy: "Review the sample for a second clone."
    ),
    RegisteredCode(
      "BL-NOPROD",
      .finding(.warning),
      meaning: "No index clonotype is a productive IGH VDJ.",
      limit: "one productive IGH VDJ",
      remedy: "Review; expected only in light-chain or non-secretory disease."
    ),
    RegisteredCode(
      "BL-SHM",
      .finding(.warning),
      meaning: "Hypermutation may have cost primers their sites.",
      limit: "V identity of 0.88, and reads of IGH VDJ",
      remedy: "Try primers of another framework."
    ),
    RegisteredCode(
      "BL-UNIQ",
      .finding(.indeterminate),
      meaning: "Every index clonotype is common in normal repertoires.",
      limit: "0.1 expected background templates",
      remedy: "Test another baseline sample; deep cutoffs cannot be judged."
    ),
    RegisteredCode(
      "BL-NOSCALE",
      .finding(.warning),
      meaning: "Reads could not be scaled to templates at baseline.",
      limit: "an internal control",
      remedy: "Add the internal control to the baseline library."
    ),
    RegisteredCode(
      "BL-NOSAMP",
      .finding(.failure),
      meaning: "No baseline specimen was kept.",
      limit: "one baseline specimen",
      remedy: "Find a stored baseline or relapse specimen."
    ),
  ]
}
