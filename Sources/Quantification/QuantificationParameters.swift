/// The thresholds of quantification and calls (article "The threshold profile", sections 4 to 8).
///
/// Encoded, the keys are the names of that article, which run records and assay files have too.
package struct QuantificationParameters: Hashable, Sendable, Codable {
  /// How nucleated cells are counted.
  package var cells = Cells()
  /// What an internal control must show.
  package var controls = Controls()
  /// How templates become a level.
  package var levels = Levels()
  /// When a clone counts as detected.
  package var detection = Detection()
  /// The limits a level is judged by.
  package var cutoffs = Cutoffs()

  /// The profile `clonetrack-mm-v1`.
  package static let clonetrackMMv1 = QuantificationParameters()

  /// Creates the default profile.
  package init() {}

  private enum CodingKeys: String, CodingKey {
    case cells
    case controls = "ic"
    case levels = "quant"
    case detection = "detect"
    case cutoffs
  }
}

extension QuantificationParameters {
  /// How nucleated cells are counted: `[cells]`.
  package struct Cells: Hashable, Sendable, Codable {
    /// Where the number of cells comes from, best source first.
    package enum SourceOrder: String, Hashable, Sendable, Codable {
      /// The genomic control, else the DNA mass times the amplifiability.
      case genomicThenMass = "gc>mass*A"
    }

    /// The DNA of one diploid cell in picograms; the clinical LQIC report prints 6.5.
    package var picogramsPerGenome = 6.5
    /// Where the number of cells comes from.
    package var source = SourceOrder.genomicThenMass
    /// The amplifiable share of the DNA below which a sample is warned about.
    package var amplifiabilityWarning = 0.5
    /// The amplifiable share of the DNA below which the assay failed.
    package var amplifiabilityFailure = 0.2
    /// The standard deviation of ln N; 0 takes the number of cells as exact.
    package var cellCountVariation = 0.10

    /// Creates the defaults.
    package init() {}

    private enum CodingKeys: String, CodingKey {
      case picogramsPerGenome = "pg_per_genome"
      case source = "n_source"
      case amplifiabilityWarning = "amplifiability_warn"
      case amplifiabilityFailure = "amplifiability_fail"
      case cellCountVariation = "cv_cells"
    }
  }

  /// What an internal control must show: `[ic]`.
  package struct Controls: Hashable, Sendable, Codable {
    /// The copies of a spike in each replicate where an assay does not say.
    package var copiesPerReplicate = 100.0
    /// The control reads without which a replicate is excluded.
    package var minimumReads = 50
    /// The mean reads per control copy below which the control is too imprecise.
    package var minimumReadsPerCopy = 2.0
    /// The copies in all replicates together below which the control is too imprecise.
    package var minimumCopies = 30.0
    /// The largest coefficient of variation of the control's share among replicates.
    package var maximumVariation = 0.5
    /// The smallest share of all reads that the controls should have.
    package var minimumFraction = 1e-5
    /// The largest share of all reads that the controls should have.
    package var maximumFraction = 0.5
    /// The r² of a fit through several spikes that it must exceed.
    package var minimumFit = 0.8
    /// How a line is laid through several spikes.
    package var fit = SpikeFitMethod.weighted
    /// The fewest spikes of a primer family that make its own line.
    package var minimumFamilySpikes = 3
    /// The counts that the strongest spike must exceed for a line.
    package var minimumSpikeCount = 20

    /// Creates the defaults.
    package init() {}

    private enum CodingKeys: String, CodingKey {
      case copiesPerReplicate = "copies_per_replicate"
      case minimumReads = "min_reads"
      case minimumReadsPerCopy = "min_reads_per_copy"
      case minimumCopies = "min_copies"
      case maximumVariation = "cv_max"
      case minimumFraction = "frac_min"
      case maximumFraction = "frac_max"
      case minimumFit = "r2_min"
      case fit = "spike_fit"
      case minimumFamilySpikes = "family_spikes_min"
      case minimumSpikeCount = "spike_max_reads_min"
    }
  }
}
