/// The call of a sample with its status at every cutoff.
package struct SampleVerdict: Hashable, Sendable {
  /// The status at one cutoff.
  package struct AtCutoff: Hashable, Sendable {
    /// The cutoff as a fraction.
    package var cutoff: Double
    /// The status.
    package var status: CutoffStatus
    /// Whether a negative sample's interval reaches the cutoff.
    package var intervalCrosses: Bool
    /// What the status does not say by itself.
    package var annotations: [CutoffAnnotation]
  }

  /// The call.
  package var call: SampleCall
  /// The statuses in the order of the cutoffs.
  package var statuses: [AtCutoff]

  /// Judges a sample.
  ///
  /// - Parameters:
  ///   - quantification: the sample's level and sensitivity.
  ///   - hasFailure: whether a finding of severity `failure` stands.
  ///   - hasIndeterminateFinding: whether a finding of severity `indeterminate` stands.
  ///   - parameters: the cutoffs and the rule for negatives.
  package init(
    of quantification: SampleQuantification,
    hasFailure: Bool,
    hasIndeterminateFinding: Bool,
    parameters: QuantificationParameters = .clonetrackMMv1
  ) {
    let call = Self.call(
      quantification,
      hasFailure: hasFailure,
      hasIndeterminateFinding: hasIndeterminateFinding,
      parameters: parameters
    )
    self.call = call
    statuses = parameters.cutoffs.list.map { cutoff in
      let crosses = quantification.interval.map { $0.upper >= cutoff } ?? false
      var status = Self.status(quantification, call: call, cutoff: cutoff)
      let isNegative = status == .negative || status == .negativeDetected
      if isNegative, crosses, parameters.cutoffs.negativeRule == .upper95 {
        status = .indeterminate
      }
      var annotations: [CutoffAnnotation] = []
      if isNegative, crosses { annotations.append(.intervalCrosses) }
      if isNegative, let limit = quantification.sensitivity.lod95,
        limit * parameters.cutoffs.sensitivityMargin > cutoff
      {
        annotations.append(.smallMargin)
      }
      return AtCutoff(
        cutoff: cutoff,
        status: status,
        intervalCrosses: isNegative && crosses,
        annotations: annotations
      )
    }
  }

  /// Rounding of a quotient must not turn a level that equals a limit into one below it.
  private static func isAtLeast(_ value: Double, _ limit: Double) -> Bool {
    value >= limit * (1 - 1e-12)
  }

  private static func call(
    _ sample: SampleQuantification,
    hasFailure: Bool,
    hasIndeterminateFinding: Bool,
    parameters: QuantificationParameters
  ) -> SampleCall {
    if hasFailure || sample.usedReplicates.isEmpty || sample.clones.isEmpty { return .failed }
    if hasIndeterminateFinding { return .indeterminate }
    if sample.isDetected {
      // Without a scale nobody can say on which side of the LOQ the level lies.
      guard let templates = sample.templates else { return .indeterminate }
      let enough = parameters.levels.quantifiableTemplates
      return isAtLeast(templates, enough) ? .detected : .detectedBelowLOQ
    }
    guard !sample.isDetectedBySupportingOnly, let limit = sample.sensitivity.lod95,
      let highest = parameters.cutoffs.list.max(), limit <= highest
    else { return .indeterminate }
    return .notDetected
  }

  private static func status(
    _ sample: SampleQuantification,
    call: SampleCall,
    cutoff: Double
  ) -> CutoffStatus {
    let isSensitive = sample.sensitivity.lod95.map { $0 <= cutoff } ?? false
    switch call {
    case .failed: return .notEvaluable
    case .indeterminate: return .indeterminate
    case .notDetected: return isSensitive ? .negative : .indeterminate
    case .detected, .detectedBelowLOQ:
      guard let level = sample.mrd else { return .indeterminate }
      if isAtLeast(level, cutoff) { return .positive }
      return isSensitive ? .negativeDetected : .indeterminate
    }
  }
}
