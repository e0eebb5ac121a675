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

extension ClinicalStatus {
  /// What a sample sheet says of the disease.
  ///
  /// Columns: `plasma_cell_percent`, 0 to 100; `clinical_progression` and `light_chain_escape`, `T`
  /// or `F`; `ngf_call`, `POS` or `NEG`. A cell that is empty or says something else is not known.
  package init(_ metadata: [String: String]) {
    func flag(_ column: String, _ yes: String, _ no: String) -> Bool? {
      switch metadata[column]?.uppercased() {
      case yes: true
      case no: false
      default: nil
      }
    }
    self.init(
      isProgressing: flag("clinical_progression", "T", "F"),
      plasmaCells: metadata["plasma_cell_percent"].flatMap { Double($0) }
        .flatMap { (0...100).contains($0) ? $0 / 100 : nil },
      isFlowPositive: flag("ngf_call", "POS", "NEG"),
      isLightChainEscape: flag("light_chain_escape", "T", "F")
    )
  }
}
