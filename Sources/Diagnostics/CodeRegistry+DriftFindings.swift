extension CodeRegistry {
  /// Findings about clones that change.
  static let driftFindings: [RegisteredCode] = [
    RegisteredCode(
      "DR-SHM",
      .finding(.warning),
      meaning: "The clone goes on hypermutating.",
      metric: "templates of the shifted clone",
      limit: "same V, J and NDN, 10 templates and 0.2 of the family",
      actions: [.newBaseline],
      remedy: "Review a new baseline."
    ),
    RegisteredCode(
      "DR-VREPL",
      .finding(.warning),
      meaning: "The clone's V gene was replaced.",
      metric: "nucleotides of the kept stem",
      limit: "the last 12 nt of the junction kept with another V family",
      actions: [.newBaseline],
      remedy: "Review a new baseline."
    ),
    RegisteredCode(
      "DR-DJ2VDJ",
      .finding(.warning),
      meaning: "An incomplete DJ rearrangement was completed.",
      metric: "nucleotides of the kept stem",
      limit: "the baseline's DJ stem in a new VDJ",
      actions: [.newBaseline],
      remedy: "Review a new baseline."
    ),
    RegisteredCode(
      "DR-LC",
      .finding(.warning),
      meaning: "Heavy and light chains of the clone go different ways.",
      metric: "loci lost",
      limit: "one locus lost, the other kept",
      actions: [.newBaseline],
      remedy: "Review a new baseline."
    ),
    RegisteredCode(
      "DR-LOSS",
      .finding(.indeterminate),
      meaning: "The index is lost while the disease is evident.",
      metric: "signs of disease",
      limit: "clinical progression, 0.05 plasma cells or a positive flow result",
      actions: [.newBaseline],
      remedy: "Find the clone again with a new baseline."
    ),
    RegisteredCode(
      "DR-NEW",
      .finding(.warning),
      meaning: "An unrelated dominant clone emerged.",
      metric: "templates of the new clone",
      limit: "ten times its last level, 40 templates and 0.002 of the cells",
      actions: [.newBaseline],
      remedy: "Review a new baseline."
    ),
    RegisteredCode(
      "DR-NEW?",
      .finding(.warning),
      meaning: "An unrelated clone is large once; it may be passing.",
      metric: "templates of the new clone",
      limit: "two visits 28 d apart or progression confirm it",
      actions: [],
      remedy: "Watch it at the next visit."
    ),
    RegisteredCode(
      "DR-BICL",
      .finding(.warning),
      meaning: "A second clone of the baseline expands.",
      metric: "rise of the second clone",
      limit: "minor at baseline, leading now",
      actions: [.newBaseline],
      remedy: "Review a new baseline."
    ),
  ]
}
