extension CodeRegistry {
  /// Errors of germline sets.
  static let germlineErrors: [RegisteredCode] = []
}
