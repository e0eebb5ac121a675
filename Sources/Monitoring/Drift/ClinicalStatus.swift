/// What is known of the disease from elsewhere; `nil` is not known.
package struct ClinicalStatus: Hashable, Sendable {
  /// Whether the disease progresses clinically.
  package var isProgressing: Bool?
  /// The share of plasma cells in the marrow, `0...1`.
  package var plasmaCells: Double?
  /// Whether flow cytometry found residual disease.
  package var isFlowPositive: Bool?
  /// Whether the serum lost the intact M-protein while free light chains rise.
  package var isLightChainEscape: Bool?

  /// Creates a status.
  package init(
    isProgressing: Bool? = nil,
    plasmaCells: Double? = nil,
    isFlowPositive: Bool? = nil,
    isLightChainEscape: Bool? = nil
  ) {
    self.isProgressing = isProgressing
    self.plasmaCells = plasmaCells
    self.isFlowPositive = isFlowPositive
    self.isLightChainEscape = isLightChainEscape
  }
}
