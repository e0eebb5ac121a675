import Monitoring

extension ClinicalStatus {
  /// What a sample sheet says of the disease.
  ///
  /// Columns: `plasma_cell_percent`, 0 to 100; `clinical_progression` and `light_chain_escape`, `T`
  /// or `F`; `ngf_call`, `POS` or `NEG`. A cell that is empty or says something else is not known.
  init(_ metadata: [String: String]) {
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
