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
  /// What was measured; `nil` if nothing was.
  @ExplicitNull package var metric: String?
  /// What was found of it; `nil` if nothing was measured.
  @ExplicitNull package var value: Double?
  /// What it was held against; `nil` if the metric has no single limit.
  @ExplicitNull package var limit: Double?

  /// Creates a record.
  package init(
    code: String,
    severity: String,
    message: String,
    remedy: String?,
    meaning: String?,
    metric: String? = nil,
    value: Double? = nil,
    limit: Double? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.remedy = remedy
    self.meaning = meaning
    self.metric = metric
    self.value = value
    self.limit = limit
  }

  private enum CodingKeys: String, CodingKey {
    case code
    case severity
    case message
    case remedy
    case meaning
    case metric
    case value
    case limit
  }
}
