extension QuantificationParameters {
  /// How templates become a level: `[quant]`.
  package struct Levels: Hashable, Sendable, Codable {
    /// How replicates are combined.
    package enum Pooling: String, Hashable, Sendable, Codable {
      /// One ratio of sums where replicates have equal DNA, else the sum of their ratios.
      case ratioOfSums = "ratio_of_sums"
      /// Always the sum of the replicates' ratios.
      case sumOfRatios = "sum_of_ratios"
    }

    /// Which level a sample with several primary clonotypes has.
    package enum Combination: String, Hashable, Sendable, Codable {
      /// The highest.
      case maximum = "max"
      /// The mean.
      case mean
      /// The one level that explains the counts of all of them best.
      case sumLikelihood = "sum-likelihood"
    }

    /// How the interval of a level is computed.
    package enum IntervalMethod: String, Hashable, Sendable, Codable {
      /// The exact interval of a ratio of two over-dispersed counts.
      case conditionalBinomial = "conditional_binomial"
    }

    /// How replicates are combined.
    package var pooling = Pooling.ratioOfSums
    /// How far the DNA of replicates may lie apart, relative to the least, to count as equal.
    package var equalMassTolerance = 0.10
    /// The squared coefficient of variation of a template's amplification.
    package var amplificationVariance = 0.5
    /// Which level a sample with several primary clonotypes has.
    package var combination = Combination.maximum
    /// The p value below which clonotypes of a sample disagree.
    package var heterogeneityP = 0.01
    /// The fewest replicates whose spread is compared with the dispersion.
    package var dispersionReplicates = 4
    /// The p value below which replicates spread more than the dispersion says.
    package var dispersionP = 0.01
    /// How the interval of a level is computed.
    package var interval = IntervalMethod.conditionalBinomial
    /// The two-sided error of intervals.
    package var alpha = 0.05
    /// The templates at the limit of quantification; 10 have a Poisson CV of 32 %.
    package var quantifiableTemplates = 10.0

    /// Creates the defaults.
    package init() {}

    private enum CodingKeys: String, CodingKey {
      case pooling = "pool"
      case equalMassTolerance = "equal_mass"
      case amplificationVariance = "v_amp"
      case combination = "combine"
      case heterogeneityP = "het_p"
      case dispersionReplicates = "dispersion_replicates"
      case dispersionP = "dispersion_p"
      case interval = "ci"
      case alpha
      case quantifiableTemplates = "loq_templates"
    }
  }

  /// When a clone counts as detected: `[detect]`.
  package struct Detection: Hashable, Sendable, Codable {
    /// The fewest reads of a detected clone, whatever the background.
    package var minimumReads = 3
    /// The fewest molecules of two reads or more of a detected clone, whatever the background.
    package var minimumMolecules = 1
    /// The chance that background alone reaches detection, shared by all tracked clonotypes.
    package var backgroundAlpha = 1e-3
    /// The mean reads per template below which the assay failed.
    package var minimumDepth = 10.0
    /// The mean reads per template at which one template is seen almost surely.
    package var fullDepth = 20.0
    /// The share of reads under a wrong sample index with single or combinatorial indexes.
    package var hopRateSingle = 1e-3
    /// The share of reads under a wrong sample index with unique dual indexes.
    package var hopRateUnique = 1e-5
    /// The error of a base after merging.
    package var baseError = 1e-3
    /// The error of a base of a UMI consensus.
    package var consensusError = 1e-4
    /// The quantile of one template's reads below which a signal is less than one template.
    package var subTemplateQuantile = 0.01
    /// The p value below which it is no chance that one replicate has all templates.
    package var discordanceP = 0.01
    /// The chance of detection at the limit of detection.
    package var detectionProbability = 0.95

    /// Creates the defaults.
    package init() {}

    private enum CodingKeys: String, CodingKey {
      case minimumReads = "k_floor"
      case minimumMolecules = "k_floor_umi"
      case backgroundAlpha = "alpha_bg"
      case minimumDepth = "g_min"
      case fullDepth = "g_full"
      case hopRateSingle = "hop_prior_single"
      case hopRateUnique = "hop_prior_udi"
      case baseError = "eps_base"
      case consensusError = "eps_umi"
      case subTemplateQuantile = "subtemplate_q"
      case discordanceP = "rep_p"
      case detectionProbability = "lod_p"
    }
  }

  /// The limits a level is judged by: `[cutoffs]`.
  package struct Cutoffs: Hashable, Sendable, Codable {
    /// How a level is compared with a cutoff.
    package enum Comparison: String, Hashable, Sendable, Codable {
      /// Negative is strictly below.
      case strictlyBelow = "<"
    }

    /// What must lie below the cutoff for a negative status.
    package enum NegativeRule: String, Hashable, Sendable, Codable {
      /// The level.
      case point
      /// The upper end of its interval.
      case upper95
    }

    /// The cutoffs as fractions, highest first.
    package var list = [1e-4, 1e-5, 1e-6]
    /// The cutoff of the primary analysis.
    package var primary = 1e-5
    /// How a level is compared with a cutoff.
    package var comparison = Comparison.strictlyBelow
    /// How many times lower than the cutoff the sensitivity should be; lower is warned about.
    package var sensitivityMargin = 1.0
    /// What must lie below the cutoff for a negative status.
    package var negativeRule = NegativeRule.point

    /// Creates the defaults.
    package init() {}

    private enum CodingKeys: String, CodingKey {
      case list, primary
      case comparison = "strict"
      case sensitivityMargin = "sensitivity_margin"
      case negativeRule = "neg_rule"
    }
  }
}

extension QuantificationParameters.Detection {
  /// The errors of a base of what is counted, 0 to 1: of a molecule's consensus or of a merged read.
  package func errorRate(countsMolecules: Bool) -> Double {
    countsMolecules ? consensusError : baseError
  }
}
