package import Quantification

/// What the experiment simulates.
package struct ExperimentPlan: Hashable, Sendable {
  /// The mean clonal templates, T.
  package var templates = [0.0, 1, 3, 10, 30, 100, 300]
  /// The mean control copies, E.
  package var copies = [100.0, 300, 1_000]
  /// The mean reads per molecule, g.
  package var depths = [5.0, 20, 100]
  /// The squared coefficients of variation of amplification, v.
  package var variances = [0.2, 0.5, 1]
  /// The background reads of blanks, in the mean.
  package var backgrounds = [0.01, 0.1, 0.5, 1, 2, 5, 20]
  /// The numbers of tracked clones of blanks.
  package var cloneCounts = [1, 3]
  /// The follow-ups of each model with and at the limit of detection.
  package var runs = 10_000
  /// The blanks of each background.
  package var blanks = 100_000
  /// The seed all draws come from.
  package var seed: UInt64 = 20_261_123

  /// Creates the plan of the documentation.
  package init() {}

  /// Every combination of templates, copies, depth and variance.
  package var models: [AssayModel] {
    templates.flatMap { templates in limitModels.map { $0.with(templates: templates) } }
  }

  /// Every combination of copies, depth and variance, without a template.
  package var limitModels: [AssayModel] {
    copies.flatMap { copies in
      depths.flatMap { depth in
        variances.map {
          AssayModel(templates: 0, copies: copies, depth: depth, variance: $0)
        }
      }
    }
  }

  /// The profile when the assay's amplification is not known: the default v.
  package static let byDefault = QuantificationParameters.clonetrackMMv1

  /// The profile when the assay states its amplification.
  package static func stating(_ variance: Double) -> QuantificationParameters {
    var parameters = QuantificationParameters.clonetrackMMv1
    parameters.levels.amplificationVariance = variance
    return parameters
  }
}

extension AssayModel {
  /// The same assay with another number of templates.
  package func with(templates: Double) -> AssayModel {
    AssayModel(templates: templates, copies: copies, depth: depth, variance: variance)
  }
}
