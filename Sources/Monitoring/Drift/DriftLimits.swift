/// What is done with templates of the clone's evolved members.
package enum DriftPolicy: String, CaseIterable, Codable, Hashable, Sendable {
  /// They are reported beside the level and never change it.
  case report
}

/// The limits by which a changed clone is recognised (article "Clonal drift", section 2).
package struct DriftLimits: Hashable, Sendable, Codable {
  /// Fewest bases at the 3′ end of the junction that two rearrangements of one stem share, nt.
  package var stemLength = 12
  /// Most unrelated clonotypes that may be expected to share a stem by chance.
  package var stemChance = 0.01
  /// Largest share of differing bases between junctions of one family, or two bases.
  package var junctionDistance = 0.10
  /// Fewest differences, all told, that make another member of the family: one more than a match
  /// tolerates.
  package var differences = 2
  /// Smallest share of the baseline's hypermutated places that a member of the family keeps.
  package var sharedMutations = 0.70
  /// Fewest templates of a clonotype that is judged.
  package var templates = 10.0
  /// Smallest share of the family's templates that an evolved member has.
  package var familyFraction = 0.20
  /// Smallest rise of a new clone's share of the cells.
  package var fold = 10.0
  /// Largest probability of a rise, or of a loss, by chance.
  package var pValue = 1e-6
  /// Days between two visits that show that a new clone persists.
  package var persistenceDays = 28
  /// Largest share of a class's leading clone that its minor clone has at baseline.
  package var minorFraction = 0.5
  /// Share of plasma cells from which the disease is evident.
  package var plasmaCells = 0.05
  /// What is done with the templates of evolved members.
  package var policy = DriftPolicy.report

  /// The limits of the profile `clonetrack-mm-v1`.
  package static let clonetrackMMv1 = DriftLimits()

  /// Creates the defaults.
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case stemLength = "stem_min_nt"
    case stemChance = "stem_chance"
    case junctionDistance = "junction_hamming"
    case differences = "min_differences"
    case sharedMutations = "shared_shm"
    case templates = "min_templates"
    case familyFraction = "family_fraction"
    case fold = "new_fold"
    case pValue = "new_p"
    case persistenceDays = "persist_days"
    case minorFraction = "minor_fraction"
    case plasmaCells = "plasma_cells"
    case policy
  }
}
