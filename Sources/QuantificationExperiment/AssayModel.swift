import Glibc
import Monitoring
package import Quantification

/// How counts of a follow-up come about: three PCRs of 700 ng each with one spike.
///
/// - Clonal templates are Poisson with mean `templates` in all replicates together, a third each.
/// - Control copies are Poisson with mean `copies` in all replicates together: a spike is pipetted
///   out of a solution, so its number in a tube varies like that of the templates.
/// - A molecule's reads are negative binomial with mean `depth` and squared coefficient of
///   variation `variance` + 1 / `depth`.
/// - The mass of DNA is measured once for all replicates, with the profile's standard deviation of
///   ln N; the true number of cells is that of 700 ng a replicate.
package struct AssayModel: Hashable, Sendable {
  /// The mean clonal templates in all replicates together, T.
  package var templates: Double
  /// The mean control copies in all replicates together, E.
  package var copies: Double
  /// The mean reads per molecule, g.
  package var depth: Double
  /// The squared coefficient of variation of a molecule's amplification, v.
  package var variance: Double

  /// The PCRs of a sample.
  package static let replicateCount = 3
  /// The DNA in each, in nanograms.
  package static let nanograms = 700.0
  /// The reads of each, most of them of other cells.
  package static let replicateReads = 1_000_000

  /// Creates a model.
  package init(templates: Double, copies: Double, depth: Double, variance: Double) {
    self.templates = templates
    self.copies = copies
    self.depth = depth
    self.variance = variance
  }

  /// The cells in all replicates together.
  package static func cells(_ parameters: QuantificationParameters) -> Double {
    Double(replicateCount) * nanograms * 1_000 / parameters.cells.picogramsPerGenome
  }

  /// The templates per cell: what a sample's level estimates.
  package func level(_ parameters: QuantificationParameters) -> Double {
    templates / Self.cells(parameters)
  }

  /// The control as the assay states it.
  package var control: ControlDefinition {
    let count = copies / Double(Self.replicateCount)
    return ControlDefinition(name: "IC", kind: .spike(copiesPerReplicate: count))
  }

  /// Draws one follow-up.
  ///
  /// - Parameters:
  ///   - sampler: the source of chance.
  ///   - backgrounds: for each tracked clone, the mean reads that another sample's reads bring.
  ///   - cellVariation: the standard deviation of ln N.
  /// - Returns: the counts of the replicates.
  package func draw(
    _ sampler: inout CountSampler,
    backgrounds: [Double] = [0],
    cellVariation: Double
  ) -> [ReplicateObservation] {
    let share = 1 / Double(Self.replicateCount)
    let measured = Self.nanograms * exp(cellVariation * sampler.normal())
    return (1...Self.replicateCount).map { index in
      let spikes = sampler.poisson(mean: copies * share)
      let cloneReads = backgrounds.map { background in
        let molecules = sampler.poisson(mean: templates * share)
        return sampler.reads(of: molecules, depth: depth, variance: variance)
          + sampler.poisson(mean: background * share)
      }
      return ReplicateObservation(
        index: index,
        dnaNanograms: measured,
        cloneReads: cloneReads,
        controlReads: [sampler.reads(of: spikes, depth: depth, variance: variance)],
        competitorReads: [0]
      )
    }
  }
}
