package import Diagnostics

/// The rules of each kind of sample, in the order of their findings.
package enum SampleRules {
  /// The rules of a single follow-up sample.
  package static let followup: [any FindingRule<FollowupEvidence>.Type] = [
    FollowupReadsRule.self,
    MergeRule.self,
    OnTargetRule.self,
    ControlDropoutRule.self,
    ControlPrecisionRule.self,
    ControlFractionRule.self,
    ControlVariationRule.self,
    ControlLinearityRule.self,
    AmplifiabilityRule.self,
    DNAQuantityRule.self,
    DepthRule.self,
    SensitivityRule.self,
    HeterogeneityRule.self,
    DiscordanceRule.self,
    AmbiguityRule.self,
    SubTemplateRule.self,
    BackgroundRule.self,
    LibraryComplexityRule.self,
  ]

  /// The rules of a single baseline sample.
  package static let baseline: [any FindingRule<BaselineEvidence>.Type] = [
    BaselineReadsRule.self,
    ClassDepthRule.self,
    IndexRule.self,
    AnnotationRule.self,
    LowClonalityRule.self,
    OligoclonalityRule.self,
    DominanceRule.self,
    ProductivityRule.self,
    LightChainRule.self,
    HypermutationRule.self,
    UniquenessRule.self,
    BaselineScaleRule.self,
  ]

  /// The rules of what the sheet says about a sample of any kind.
  package static let specimen: [any FindingRule<SpecimenEvidence>.Type] = [
    MissingSampleRule.self,
    AspirateRule.self,
    TransportRule.self,
    AnticoagulantRule.self,
    PullRule.self,
    SpecimenTypeRule.self,
    PurityRule.self,
    IntegrityRule.self,
    InhibitionRule.self,
    LotRule.self,
    RunQualityRule.self,
  ]

  /// The findings about what the sheet says of a sample.
  package static func findings(for evidence: SpecimenEvidence) -> [Diagnostic] {
    specimen.compactMap { $0.finding(for: evidence) }
  }

  /// The findings about a follow-up sample.
  package static func findings(for evidence: FollowupEvidence) -> [Diagnostic] {
    followup.compactMap { $0.finding(for: evidence) }
  }

  /// The findings about a baseline sample.
  package static func findings(for evidence: BaselineEvidence) -> [Diagnostic] {
    baseline.compactMap { $0.finding(for: evidence) }
  }
}
