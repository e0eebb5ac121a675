/// By what failures are counted apart.
package enum QualityDimension: String, CaseIterable, Hashable, Sendable {
  /// Everything in one line.
  case all
  /// The code of the finding.
  case code
  /// The stage of the assay that the code belongs to, such as `IC`.
  case stage
  /// What the library is: of a baseline, a follow-up or a control.
  case role
  /// The laboratory.
  case lab
  /// The clinical site.
  case site
  /// The reagent lot.
  case lot
  /// The sequencing run.
  case run
  /// The specimen, such as bone marrow.
  case specimen
  /// The month, `2026-03`.
  case month

  /// Those in which a failure can cluster by a cause that a laboratory can remove.
  package static let clustering: [QualityDimension] = [.run, .lot, .lab]
}
