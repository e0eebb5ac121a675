extension CodeRegistry {
  /// Findings about samples, with the codes of DOMAIN sections 5 and 6.
  static let findings: [RegisteredCode] =
    specimenFindings + controlFindings + resultFindings + driftFindings
}
