extension CodeRegistry {
  /// Findings about internal controls, runs and contamination.
  static let controlFindings: [RegisteredCode] = [
    RegisteredCode(
      "IC-DROP",
      .finding(.failure),
      meaning: "The internal control is absent from some or all replicates.",
      limit: "50 control reads in a replicate; fails if no replicate has them",
      remedy: "Repeat the library."
    ),
    RegisteredCode(
      "IC-LOW",
      .finding(.failure),
      meaning: "The internal control is too imprecise to scale by.",
      limit: "2 reads per copy and 30 copies",
      remedy: "Repeat the library."
    ),
    RegisteredCode(
      "IC-RNG",
      .finding(.warning),
      meaning: "The internal control's share of the reads is out of its window.",
      limit: "1e-5 to 0.5 of all reads",
      remedy: "Repeat the library."
    ),
    RegisteredCode(
      "IC-CV",
      .finding(.warning),
      meaning: "The internal control's share varies between replicates.",
      limit: "coefficient of variation 0.5 over 3 replicates and more",
      remedy: "Repeat the library."
    ),
    RegisteredCode(
      "IC-LIN",
      .finding(.warning),
      meaning: "The spikes do not lie on one line.",
      limit: "r² of 0.8",
      remedy: "Repeat the library."
    ),
    RegisteredCode(
      "IC-LOT",
      .finding(.failure),
      meaning: "The lot of the internal control is expired or not qualified.",
      limit: "lot table",
      remedy: "Repeat the library with a qualified lot."
    ),
    RegisteredCode(
      "RUN-PF",
      .finding(.failure),
      meaning: "The sequencing run is of poor quality.",
      limit: "Q30 of 75 %, PhiX error of 2 %",
      remedy: "Sequence the library again."
    ),
    RegisteredCode(
      "RUN-RDS",
      .finding(.failure),
      meaning: "There are too few reads.",
      limit: "20,000 reads at baseline, 1 read at follow-up, where QT-DEPTH judges the rest",
      remedy: "Sequence deeper or repeat the library."
    ),
    RegisteredCode(
      "RUN-MERGE",
      .finding(.warning),
      meaning: "Few read pairs merge.",
      limit: "0.6 of the pairs",
      remedy: "Review adapters and fragment lengths."
    ),
    RegisteredCode(
      "RUN-OT",
      .finding(.failure),
      meaning: "Few reads are rearrangements or controls.",
      limit: "0.6 of the reads warns, 0.3 fails",
      remedy: "Repeat the library."
    ),
    RegisteredCode(
      "RUN-NTC",
      .finding(.failure),
      meaning: "The no-template control has reads of an index or many rearrangements.",
      limit: "the least reads of a detected index, or 1 % of the median depth",
      remedy: "Repeat the run."
    ),
    RegisteredCode(
      "RUN-POSC",
      .finding(.failure),
      meaning: "The positive control is out of its range.",
      limit: "3 standard deviations of its history",
      remedy: "Repeat the run."
    ),
    RegisteredCode(
      "RUN-NEGC",
      .finding(.failure),
      meaning: "The polyclonal control has reads of an index.",
      limit: "the least reads of a detected index",
      remedy: "Repeat the run."
    ),
    RegisteredCode(
      "CON-HOP",
      .finding(.indeterminate),
      meaning: "Index hopping from another sample can explain the signal.",
      limit: "p of 1e-3 for the reads expected from hopping",
      remedy: "Repeat the library with unique dual indexes."
    ),
    RegisteredCode(
      "CON-SUB",
      .finding(.indeterminate),
      meaning: "The signal is smaller than one template would show.",
      limit: "1 % quantile of the reads of one template in every positive replicate",
      remedy: "Repeat the library; suspect cross-talk."
    ),
    RegisteredCode(
      "CON-NBR",
      .finding(.indeterminate),
      meaning: "Another patient's index was found in this sample.",
      limit: "1e-4 of its owner's reads",
      remedy: "Repeat the library; suspect contamination."
    ),
    RegisteredCode(
      "CON-SAMELANE",
      .finding(.failure),
      meaning: "Baseline and follow-up of a patient share a lane without unique dual indexes.",
      limit: "no shared lane without unique dual indexes",
      remedy: "Sequence the follow-up on another lane or with unique dual indexes."
    ),
  ]
}
