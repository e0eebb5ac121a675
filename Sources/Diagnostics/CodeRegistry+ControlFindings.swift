extension CodeRegistry {
  /// Findings about internal controls, runs and contamination.
  static let controlFindings: [RegisteredCode] = [
    RegisteredCode(
      "IC-DROP",
      .finding(.failure),
      meaning: "The internal control is absent from some or all replicates.",
      metric: "control reads in a replicate",
      limit: "50 control reads in a replicate; fails if no replicate has them",
      actions: [.repeatLibrary],
      remedy: "Repeat the library."
    ),
    RegisteredCode(
      "IC-LOW",
      .finding(.failure),
      meaning: "The internal control is too imprecise to scale by.",
      metric: "reads per control copy, and control copies",
      limit: "2 reads per copy and 30 copies",
      actions: [.repeatLibrary],
      remedy: "Repeat the library."
    ),
    RegisteredCode(
      "IC-RNG",
      .finding(.warning),
      meaning: "The internal control's share of the reads is out of its window.",
      metric: "share of control reads",
      limit: "1e-5 to 0.5 of all reads",
      actions: [.repeatLibrary],
      remedy: "Repeat the library."
    ),
    RegisteredCode(
      "IC-CV",
      .finding(.warning),
      meaning: "The internal control's share varies between replicates.",
      metric: "coefficient of variation of the control's share",
      limit: "coefficient of variation 0.5 over 3 replicates and more",
      actions: [.repeatLibrary],
      remedy: "Repeat the library."
    ),
    RegisteredCode(
      "IC-LIN",
      .finding(.warning),
      meaning: "The spikes do not lie on one line.",
      metric: "r² of the fit through the spikes",
      limit: "r² of 0.8",
      actions: [.repeatLibrary],
      remedy: "Repeat the library."
    ),
    RegisteredCode(
      "IC-LOT",
      .finding(.failure),
      meaning: "The lot of the internal control is expired or not qualified.",
      metric: "days past the lot's expiry, or its qualification",
      limit: "the last day of the lot, and qualified",
      actions: [.repeatLibrary],
      remedy: "Repeat the library with a qualified lot."
    ),
    RegisteredCode(
      "RUN-PF",
      .finding(.failure),
      meaning: "The sequencing run is of poor quality.",
      metric: "Q30 share of the run, PhiX error",
      limit: "Q30 share of 0.75, PhiX error of 0.02",
      actions: [.repeatLibrary],
      remedy: "Sequence the library again."
    ),
    RegisteredCode(
      "RUN-RDS",
      .finding(.failure),
      meaning: "There are too few reads.",
      metric: "reads",
      limit: "20,000 reads at baseline, 1 read at follow-up, where QT-DEPTH judges the rest",
      actions: [.repeatLibrary],
      remedy: "Sequence deeper or repeat the library."
    ),
    RegisteredCode(
      "RUN-MERGE",
      .finding(.warning),
      meaning: "Few read pairs merge.",
      metric: "share of read pairs merged",
      limit: "0.6 of the pairs",
      actions: [.review],
      remedy: "Review adapters and fragment lengths."
    ),
    RegisteredCode(
      "RUN-OT",
      .finding(.failure),
      meaning: "Few reads are rearrangements or controls.",
      metric: "share of reads on target",
      limit: "0.6 of the reads warns, 0.3 fails",
      actions: [.repeatLibrary],
      remedy: "Repeat the library."
    ),
    RegisteredCode(
      "RUN-NTC",
      .finding(.failure),
      meaning: "The no-template control has reads of an index or many rearrangements.",
      metric: "index reads, and reads over the median sample's, in the NTC",
      limit: "3 reads or what hopping explains; 0.01 of the median sample's",
      actions: [.repeatLibrary],
      remedy: "Repeat the run."
    ),
    RegisteredCode(
      "RUN-POSC",
      .finding(.failure),
      meaning: "The positive control is out of its range.",
      metric: "standard deviations from the control's expectation",
      limit: "beyond 2 warns; beyond 3, or twice beyond 2 on one side, fails",
      actions: [.repeatLibrary],
      remedy: "Repeat the run."
    ),
    RegisteredCode(
      "RUN-NEGC",
      .finding(.failure),
      meaning: "The polyclonal control has reads of an index.",
      metric: "index reads in the negative control",
      limit: "3 reads or what hopping explains",
      actions: [.repeatLibrary],
      remedy: "Repeat the run."
    ),
    RegisteredCode(
      "CON-HOP",
      .finding(.indeterminate),
      meaning: "Index hopping from another sample can explain the signal.",
      metric: "chance that hopping gives the clone's reads",
      limit: "1e-3, shared by the tracked clones",
      actions: [.repeatLibrary],
      remedy: "Repeat the library with unique dual indexes."
    ),
    RegisteredCode(
      "CON-SUB",
      .finding(.indeterminate),
      meaning: "The signal is smaller than one template would show.",
      metric: "reads of the clone",
      limit: "1 % quantile of the reads of one template in every positive replicate",
      actions: [.repeatLibrary],
      remedy: "Repeat the library; suspect cross-talk."
    ),
    RegisteredCode(
      "CON-NBR",
      .finding(.indeterminate),
      meaning: "Another patient's index was found in this sample.",
      metric: "reads of another patient's index",
      limit: "3 reads, what hopping explains, 1e-4 of the reads of the lane",
      actions: [.repeatLibrary],
      remedy: "Repeat the library; suspect contamination."
    ),
    RegisteredCode(
      "CON-SAMELANE",
      .finding(.failure),
      meaning: "Baseline and follow-up of a patient share a lane without unique dual indexes.",
      metric: "baselines in the follow-up's lane",
      limit: "none without unique dual indexes",
      actions: [.repeatLibrary],
      remedy: "Sequence the follow-up on another lane or with unique dual indexes."
    ),
  ]
}
