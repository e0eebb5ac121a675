package import Rearrangements

/// What one row of a Rearrangement TSV says about a read, its name and bases apart.
package struct AIRRRow: Sendable {
  /// The annotation; `nil` if the read is no rearrangement.
  package var rearrangement: Rearrangement?
  /// Why the read is no rearrangement; `nil` if it is one.
  package var rejection: String?
  /// The V of a read that is no rearrangement; `nil` if it has none.
  package var lone: LoneVariable?
  /// Identical reads the row stands for; `nil` if they were not counted.
  package var duplicateCount: Int?
  /// The clonotype; `nil` if reads were not collapsed.
  package var cloneID: String?
  /// Molecules the row stands for; `nil` if not known.
  package var templates: Double?
  /// The share of the usable reads of the locus class, `0...1`; `nil` if not known.
  package var likeFraction: Double?

  /// Creates a row.
  package init(
    rearrangement: Rearrangement?,
    rejection: String? = nil,
    lone: LoneVariable? = nil,
    duplicateCount: Int? = nil,
    cloneID: String? = nil,
    templates: Double? = nil,
    likeFraction: Double? = nil
  ) {
    self.rearrangement = rearrangement
    self.rejection = rejection
    self.lone = lone
    self.duplicateCount = duplicateCount
    self.cloneID = cloneID
    self.templates = templates
    self.likeFraction = likeFraction
  }
}
