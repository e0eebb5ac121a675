/// One condition a candidate had to meet, with its value.
package struct GateRecord: Codable, Hashable, Sendable {
  /// The measured value in the gate's own unit; `nil` if it could not be measured.
  @ExplicitNull package var value: Double?
  /// The limit of the profile; `nil` if the profile sets none.
  @ExplicitNull package var limit: Double?
  /// Whether the value keeps the limit; `nil` if that is not known.
  @ExplicitNull package var passed: Bool?
  /// Whether a candidate that fails is rejected; otherwise failing limits its use or is a finding.
  package var required: Bool

  /// Creates a record.
  package init(
    value: Double?,
    limit: Double?,
    passed: Bool?,
    required: Bool = true
  ) {
    self.value = value
    self.limit = limit
    self.passed = passed
    self.required = required
  }

  private enum CodingKeys: String, CodingKey {
    case value
    case limit
    case passed
    case required
  }
}
