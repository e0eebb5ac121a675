extension CodeRegistry {
  /// Errors of read files.
  static let readErrors: [RegisteredCode] = []
}
