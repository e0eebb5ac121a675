/// The gates of index selection (article "Index selection", section 2).
package struct SelectionCriteria: Hashable, Sendable, Codable {
  /// Fewest usable reads of a locus class.
  package var minReadsClass = 20_000
  /// Fewest usable reads below which nothing is selected; between the two only `tierAShallow` counts.
  package var minReadsShallow = 10_000
  /// Share of like templates that makes tier A.
  package var tierA = 0.05
  /// Share that makes tier A where reads are between the two limits.
  package var tierAShallow = 0.10
  /// Share that makes tier B.
  package var tierB = 0.03
  /// Fewest templates in the analysed sample.
  package var minTemplates = 40.0
  /// Smallest share of nucleated cells.
  package var minCellFraction = 0.002
  /// Most unrelated like clonotypes within a tenth of the candidate's share.
  package var maxNextDecade = 5
  /// Fewest times the share of the third like clonotype.
  package var dominanceVersusThird = 2.0
  /// Largest ratio between the candidate's shares of two replicates.
  package var replicateFold = 3.0
  /// Most expected background templates for a marker that may decide alone.
  package var maxExpectedBackground = 0.1
  /// Polyclonal templates of a class in a planned follow-up, for the expected background (10⁶ cells
  /// with 1 % B cells).
  package var plannedPolyclonalTemplates = 10_000.0
  /// Most clonotypes tracked.
  package var maxTracked = 6
  /// Most IGH rearrangements of one clone.
  package var maxIGH = 2
  /// Most IGK rearrangements of one clone.
  package var maxIGK = 4
  /// Share of like templates from which a rejected clonotype is still listed.
  package var listedFrom = 0.01
  /// Most candidates listed of each class.
  package var listedPerClass = 10

  /// The gates of the profile `clonetrack-mm-v1`.
  package static let clonetrackMMv1 = SelectionCriteria()

  /// The defaults.
  package init() {}
}
