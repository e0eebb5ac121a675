extension CodeRegistry {
  /// Findings about the specimen and its DNA.
  static let specimenFindings: [RegisteredCode] = [
    RegisteredCode(
      "PRE-MISS",
      .finding(.failure),
      meaning: "The sample was not collected or never arrived.",
      limit: "expected visit without a sample",
      remedy: "Ask for a new sample."
    ),
    RegisteredCode(
      "PRE-VOL",
      .finding(.warning),
      meaning: "The aspirate holds fewer cells than the plan asks for.",
      limit: "cells below the minimum of the cutoff",
      remedy: "Ask for a new sample."
    ),
    RegisteredCode(
      "PRE-STAB",
      .finding(.warning),
      meaning: "Transport or storage took longer than the specimen keeps.",
      limit: "more than 72 h at room temperature or 7 d at 2–8 °C",
      remedy: "Review the sample's history before trusting a negative result."
    ),
    RegisteredCode(
      "PRE-FROZ",
      .finding(.warning),
      meaning: "The marrow was frozen whole or drawn into the wrong anticoagulant.",
      limit: "heparin, EDTA or ACD",
      remedy: "Review the sample's history before trusting a negative result."
    ),
    RegisteredCode(
      "PRE-PULL",
      .finding(.warning),
      meaning: "The aspirate is not known to be the first pull.",
      limit: "pull 1",
      remedy: "Take haemodilution into account."
    ),
    RegisteredCode(
      "PRE-TYPE",
      .finding(.indeterminate),
      meaning: "The specimen is not bone marrow; the result is exploratory.",
      limit: "specimen type BM",
      remedy: "Use a marrow sample for the primary analysis."
    ),
    RegisteredCode(
      "DNA-QTY",
      .finding(.warning),
      meaning: "The cells are too few for the primary cutoff, however deep the sequencing.",
      limit: "2.996 / N above the primary cutoff (1e-5)",
      remedy: "Extract more DNA, add replicates or ask for a new sample."
    ),
    RegisteredCode(
      "DNA-PUR",
      .finding(.warning),
      meaning: "The DNA is not pure.",
      limit: "A260/280 outside 1.7–2.0",
      remedy: "Extract the DNA again."
    ),
    RegisteredCode(
      "DNA-DIN",
      .finding(.failure),
      meaning: "The DNA is degraded.",
      limit: "DIN below 6 warns, below 4 fails",
      remedy: "Extract the DNA again."
    ),
    RegisteredCode(
      "DNA-AMP",
      .finding(.failure),
      meaning: "Too little of the DNA can be amplified.",
      limit: "amplifiable share of the cells below 0.5 warns, below 0.2 fails",
      remedy: "Extract the DNA again."
    ),
    RegisteredCode(
      "DNA-INH",
      .finding(.failure),
      meaning: "The PCR is inhibited.",
      limit: "spike recovery outside 0.5–2.0 of the expected",
      remedy: "Extract the DNA again."
    ),
    RegisteredCode(
      "HD-SUSP",
      .finding(.warning),
      meaning: "The marrow seems diluted with blood.",
      limit: "two molecular proxies beyond their reference",
      remedy: "Ask for a new sample."
    ),
    RegisteredCode(
      "ID-SWAP",
      .finding(.failure),
      meaning: "The sample seems to be another patient's.",
      limit: "another patient's index at 1 % of its class, or genotype concordance below 0.8",
      remedy: "Trace the sample's identity before reporting anything."
    ),
    RegisteredCode(
      "ID-META",
      .finding(.failure),
      meaning: "The sample's metadata contradict each other.",
      limit: "visit, date, sex or barcode in conflict",
      remedy: "Correct the sample sheet."
    ),
    RegisteredCode(
      "MTH-CHG",
      .finding(.warning),
      meaning: "The method, profile or version changed within the study.",
      limit: "profile hash differs from the study's",
      remedy: "Record a bridging note."
    ),
    RegisteredCode(
      "SW-FAIL",
      .finding(.failure),
      meaning: "A file is damaged or a step crashed.",
      limit: "truncated file, wrong checksum or crash",
      remedy: "Copy the file again and repeat the run."
    ),
  ]
}
