extension CodeRegistry {
  /// Findings about the specimen and its DNA.
  static let specimenFindings: [RegisteredCode] = [
    RegisteredCode(
      "PRE-MISS",
      .finding(.failure),
      meaning: "The sample was not collected or never arrived.",
      metric: "planned samples that never arrived",
      limit: "none",
      actions: [.resample],
      remedy: "Ask for a new sample."
    ),
    RegisteredCode(
      "PRE-VOL",
      .finding(.warning),
      meaning: "The aspirate holds fewer cells than the plan asks for.",
      metric: "cells in the aspirate",
      limit: "2.996 / primary cutoff: 300,000 cells at 1e-5",
      actions: [.resample],
      remedy: "Ask for a new sample."
    ),
    RegisteredCode(
      "PRE-STAB",
      .finding(.warning),
      meaning: "Transport or storage took longer than the specimen keeps.",
      metric: "hours from collection to processing",
      limit: "72 h above 8 °C; 168 h (7 d) at 2–8 °C or where no temperature is stated",
      actions: [.review],
      remedy: "Review the sample's history before trusting a negative result."
    ),
    RegisteredCode(
      "PRE-FROZ",
      .finding(.warning),
      meaning: "The marrow was frozen whole or drawn into the wrong anticoagulant.",
      metric: "anticoagulant or state of the marrow",
      limit: "heparin, EDTA or ACD",
      actions: [.review],
      remedy: "Review the sample's history before trusting a negative result."
    ),
    RegisteredCode(
      "PRE-PULL",
      .finding(.warning),
      meaning: "The aspirate is not known to be the first pull.",
      metric: "pull of the aspirate",
      limit: "1; an unknown pull warns too",
      actions: [.review],
      remedy: "Take haemodilution into account."
    ),
    RegisteredCode(
      "PRE-TYPE",
      .finding(.indeterminate),
      meaning: "The specimen is not bone marrow; the result is exploratory.",
      metric: "specimen type",
      limit: "BM",
      actions: [],
      remedy: "Use a marrow sample for the primary analysis."
    ),
    RegisteredCode(
      "DNA-QTY",
      .finding(.warning),
      meaning: "The cells are too few for the primary cutoff, however deep the sequencing.",
      metric: "LOD95 the cells allow",
      limit: "2.996 / N above the primary cutoff (1e-5)",
      actions: [.reextract, .resample],
      remedy: "Extract more DNA, add replicates or ask for a new sample."
    ),
    RegisteredCode(
      "DNA-PUR",
      .finding(.warning),
      meaning: "The DNA is not pure.",
      metric: "A260/280",
      limit: "1.7 to 2.0",
      actions: [.reextract],
      remedy: "Extract the DNA again."
    ),
    RegisteredCode(
      "DNA-DIN",
      .finding(.failure),
      meaning: "The DNA is degraded.",
      metric: "DNA integrity number",
      limit: "below 6 warns, below 4 fails",
      actions: [.reextract],
      remedy: "Extract the DNA again."
    ),
    RegisteredCode(
      "DNA-AMP",
      .finding(.failure),
      meaning: "Too little of the DNA can be amplified.",
      metric: "amplifiable share of the cells",
      limit: "below 0.5 warns, below 0.2 fails",
      actions: [.reextract],
      remedy: "Extract the DNA again."
    ),
    RegisteredCode(
      "DNA-INH",
      .finding(.failure),
      meaning: "The PCR is inhibited.",
      metric: "spike recovery over the expected",
      limit: "0.5 to 2.0",
      actions: [.reextract],
      remedy: "Extract the DNA again."
    ),
    RegisteredCode(
      "HD-SUSP",
      .finding(.warning),
      meaning: "The marrow seems diluted with blood.",
      metric: "haemodilution proxies beyond their reference",
      limit: "two molecular proxies beyond their reference",
      actions: [.resample],
      remedy: "Ask for a new sample."
    ),
    RegisteredCode(
      "ID-SWAP",
      .finding(.failure),
      meaning: "The sample seems to be another patient's.",
      metric: "share of another patient's index in its class",
      limit: "0.01 at a level of 0.002 templates per cell",
      actions: [.review],
      remedy: "Trace the sample's identity before reporting anything."
    ),
    RegisteredCode(
      "ID-FEW",
      .finding(.note),
      meaning: "Too few clonotypes tell by their V alleles whose sample it is.",
      metric: "clonotypes compared with the baseline by V allele",
      limit: "50 clonotypes, if no index clonotype is detected",
      actions: [.review],
      remedy: "Confirm the identity otherwise, such as by SNPs, before relying on the negative."
    ),
    RegisteredCode(
      "ID-META",
      .finding(.failure),
      meaning: "The sample's metadata contradict each other.",
      metric: "contradictions in the metadata",
      limit: "none: visit, date, sex, index",
      actions: [.review],
      remedy: "Correct the sample sheet."
    ),
    RegisteredCode(
      "MTH-CHG",
      .finding(.warning),
      meaning: "The method, profile or version changed within the study.",
      metric: "differences of method",
      limit: "none: germline set, profile, assay, program version",
      actions: [.review],
      remedy: "Record a bridging note."
    ),
    RegisteredCode(
      "SW-FAIL",
      .finding(.failure),
      meaning: "A file is damaged or a step crashed.",
      metric: "files or steps that failed",
      limit: "none: truncated file, wrong checksum, crash",
      actions: [.rerun],
      remedy: "Copy the file again and repeat the run."
    ),
  ]
}
