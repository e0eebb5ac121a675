extension CodeRegistry {
  /// Findings about samples, with the codes of DOMAIN section 5.
  static let findings: [RegisteredCode] = []
}
