extension CodeRegistry {
  /// Findings about the specimen and its DNA.
  static let specimenFindings: [RegisteredCode] = [
    RegisteredCode(
      "PRE-MISS",
      .finding(.failure),
      meaning: "The sample was not collected or never arrived.",
      metric: "visits without a sample",
      limit: "expected visit without a sample",
      actions: [.resample],
      remedy: "Ask for a new sample."
    ),
    RegisteredCode(
      "PRE-VOL",
      .finding(.warning),
      meaning: "The aspirate holds fewer cells than the plan asks for.",
      metric: "cells in the aspirate",
      limit: "cells below the minimum of the cutoff",
      actions: [.resample],
      remedy: "Ask for a new sample."
    ),
    RegisteredCode(
      "PRE-STAB",
      .finding(.warning),
      meaning: "Transport or storage took longer than the specimen keeps.",
      metric: "hours from collection to processing",
      limit: "more than 72 h at room temperature or 7 d at 2–8 °C",
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
      limit: "pull 1",
      actions: [.review],
      remedy: "Take haemodilution into account."
    ),
    RegisteredCode(
      "PRE-TYPE",
      .finding(.indeterminate),
      meaning: "The specimen is not bone marrow; the result is exploratory.",
      metric: "specimen type",
      limit: "specimen type BM",
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
      limit: "A260/280 outside 1.7–2.0",
      actions: [.reextract],
      remedy: "Extract the DNA again."
    ),
    RegisteredCode(
      "DNA-DIN",
      .finding(.failure),
      meaning: "The DNA is degraded.",
      metric: "DNA integrity number",
      limit: "DIN below 6 warns, below 4 fails",
      actions: [.reextract],
      remedy: "Extract the DNA again."
    ),
    RegisteredCode(
      "DNA-AMP",
      .finding(.failure),
      meaning: "Too little of the DNA can be amplified.",
      metric: "amplifiable share of the cells",
      limit: "amplifiable share of the cells below 0.5 warns, below 0.2 fails",
      actions: [.reextract],
      remedy: "Extract the DNA again."
    ),
    RegisteredCode(
      "DNA-INH",
      .finding(.failure),
      meaning: "The PCR is inhibited.",
      metric: "spike recovery over the expected",
      limit: "spike recovery outside 0.5–2.0 of the expected",
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
      limit: "another patient's index at 1 % of its class, or genotype concordance below 0.8",
      actions: [.review],
      remedy: "Trace the sample's identity before reporting anything."
    ),
    RegisteredCode(
      "ID-META",
      .finding(.failure),
      meaning: "The sample's metadata contradict each other.",
      metric: "contradictions in the metadata",
      limit: "visit, date, sex or barcode in conflict",
      actions: [.review],
      remedy: "Correct the sample sheet."
    ),
    RegisteredCode(
      "MTH-CHG",
      .finding(.warning),
      meaning: "The method, profile or version changed within the study.",
      metric: "differences of method",
      limit: "profile hash differs from the study's",
      actions: [.review],
      remedy: "Record a bridging note."
    ),
    RegisteredCode(
      "SW-FAIL",
      .finding(.failure),
      meaning: "A file is damaged or a step crashed.",
      metric: "files or steps that failed",
      limit: "truncated file, wrong checksum or crash",
      actions: [.rerun],
      remedy: "Copy the file again and repeat the run."
    ),
  ]
}
