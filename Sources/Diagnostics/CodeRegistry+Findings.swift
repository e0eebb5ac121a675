extension CodeRegistry {
  /// Findings about samples (articles "Failures and findings" and "Clonal drift").
  static let findings: [RegisteredCode] =
    specimenFindings + controlFindings + resultFindings + driftFindings
}
