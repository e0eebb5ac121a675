extension FollowupRecord {
  /// What the polyclonal rearrangements say about blood in the marrow; advice only.
  package struct HaemodilutionRecord: Codable, Hashable, Sendable {
    /// Polyclonal templates over nucleated cells; `nil` if not known.
    @ExplicitNull package var polyclonalFraction: Double?
    /// Polyclonal IGH DJ over IGH VDJ templates; `nil` if not known.
    @ExplicitNull package var djToVDJ: Double?
    /// Polyclonal IGH VDJ over IGK VJ templates; `nil` if not known.
    @ExplicitNull package var ighToIGK: Double?
    /// Share of the largest IGH VDJ clonotypes without mutations, `0...1`; `nil` without any.
    @ExplicitNull package var unmutatedFraction: Double?
    /// Polyclonal clonotypes per 100,000 nucleated cells; `nil` if not known.
    @ExplicitNull package var clonotypesPerCells: Double?

    /// Creates a record.
    package init(
      polyclonalFraction: Double?,
      djToVDJ: Double?,
      ighToIGK: Double?,
      unmutatedFraction: Double?,
      clonotypesPerCells: Double?
    ) {
      self.polyclonalFraction = polyclonalFraction
      self.djToVDJ = djToVDJ
      self.ighToIGK = ighToIGK
      self.unmutatedFraction = unmutatedFraction
      self.clonotypesPerCells = clonotypesPerCells
    }

    private enum CodingKeys: String, CodingKey {
      case polyclonalFraction = "polyclonal_fraction"
      case djToVDJ = "dj_to_vdj"
      case ighToIGK = "igh_to_igk"
      case unmutatedFraction = "unmutated_fraction"
      case clonotypesPerCells = "clonotypes_per_1e5_cells"
    }
  }
}
