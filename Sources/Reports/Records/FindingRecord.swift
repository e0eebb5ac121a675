/// One finding about a sample as the records and reports show it.
package struct FindingRecord: Codable, Hashable, Sendable {
  /// The registered code, such as `IC-DROP`.
  package var code: String
  /// The raw value of a `Diagnostic.Severity`.
  package var severity: String
  /// What was found and what was expected, with values.
  package var message: String
  /// What to do about it; `nil` if neither the finding nor the registry says.
  @ExplicitNull package var remedy: String?
  /// What the code means; `nil` if it is not registered.
  @ExplicitNull package var meaning: String?

  /// Creates a record.
  package init(
    code: String,
    severity: String,
    message: String,
    remedy: String?,
    meaning: String?
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.remedy = remedy
    self.meaning = meaning
  }

  private enum CodingKeys: String, CodingKey {
    case code
    case severity
    case message
    case remedy
    case meaning
  }
}
