extension BatchRecord: RecordFile {
  /// The command that writes it.
  package static let writer = "clonetrack batch"
}
