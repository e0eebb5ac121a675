extension StageCountRecord {
  /// Whether everything that came in was passed on or rejected for a reason.
  package var isBalanced: Bool { input == output + rejected.values.reduce(0, +) }
}
