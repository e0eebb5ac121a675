extension QualityRecord {
  /// A form for corrective and preventive action about one cluster of failures; what only people know
  /// is left `null` for them.
  package struct CAPARecord: Codable, Hashable, Sendable {
    /// The form's number within the record, `CAPA-001`.
    package var id: String
    /// The code that is frequent.
    package var code: String
    /// Where it is frequent; several groups hold the very same libraries.
    package var groups: [Group]
    /// Libraries with the code in the first group.
    package var inside: ProportionRecord
    /// Libraries with the code in the other groups.
    package var outside: ProportionRecord
    /// How the groups were compared.
    package var test: String
    /// The p value of the test, `0...1`.
    package var pValue: Double
    /// The same after Holm over all tests, `0...1`.
    package var adjustedP: Double
    /// How many tests were made.
    package var tests: Int
    /// The samples with the code in the group, sorted.
    package var samples: [String]
    /// The problem in a sentence.
    package var problem: String
    /// What the registry of codes advises at once; `nil` if the code is not registered.
    @ExplicitNull package var containment: String?
    /// One of `rootCauseCategories`, for a person to choose.
    @ExplicitNull package var rootCauseCategory: String?
    /// For a person to fill in.
    @ExplicitNull package var correctiveAction: String?
    /// For a person to fill in.
    @ExplicitNull package var preventiveAction: String?
    /// The day on which the effect is checked, for a person to fill in.
    @ExplicitNull package var effectivenessCheckDate: String?

    /// A group in which the code is frequent.
    package struct Group: Codable, Hashable, Sendable {
      /// The raw value of a `QualityDimension`.
      package var dimension: String
      /// Its name.
      package var name: String
    }

    private enum CodingKeys: String, CodingKey {
      case id
      case code
      case groups
      case inside
      case outside
      case test
      case pValue = "p_value"
      case adjustedP = "p_value_adjusted"
      case tests
      case samples
      case problem
      case containment
      case rootCauseCategory = "root_cause_category"
      case correctiveAction = "corrective_action"
      case preventiveAction = "preventive_action"
      case effectivenessCheckDate = "effectiveness_check_date"
    }
  }

  /// The categories of causes to choose from.
  package static let rootCauseCategories = [
    "specimen or transport", "extraction", "reagent or lot", "primers or design",
    "instrument or run", "cross-contamination", "operator or handling",
    "sample sheet or identity", "software or computing", "biology of the disease", "not known",
  ]
}
