/// What a status at a cutoff does not say by itself; raw values are the words of records.
package enum CutoffAnnotation: String, CaseIterable, Codable, Hashable, Sendable {
  /// A negative sample's interval reaches the cutoff.
  case intervalCrosses = "CI_CROSSES"
  /// The sensitivity reaches the cutoff, but not by the margin that is wanted.
  case smallMargin = "SENSITIVITY_MARGIN"
}
