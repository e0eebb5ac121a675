import Clonotyping
import Diagnostics
import Monitoring
import Quantification
import Tracking

/// A sample as it will be if everything has its mean, judged as `followup` will judge it.
struct PlannedSample {
  /// DNA in each replicate, ng.
  var nanograms: Double
  /// The replicates.
  var replicates: Int
  /// The mean reads of a template.
  var readsPerTemplate: Double
  /// The copies of the controls in each replicate.
  var controlCopies: Double
  /// The amplifiable share of the DNA; `nil` if not known.
  var amplifiability: Double?
  /// The thresholds.
  var parameters: QuantificationParameters

  /// The quantification if the clone has this many reads.
  func quantification(cloneReads: Int = 0) -> SampleQuantification {
    let (share, rest) = cloneReads.quotientAndRemainder(dividingBy: replicates)
    return SampleQuantification(
      of: (1...replicates).map { index in
        ReplicateObservation(
          index: index,
          dnaNanograms: nanograms,
          cloneReads: [share + (index <= rest ? 1 : 0)],
          controlReads: [Int((readsPerTemplate * controlCopies).rounded())],
          competitorReads: [0]
        )
      },
      clones: [
        TrackedCloneInfo(
          cloneID: "clone",
          role: .primary,
          expectedBackground: nil,
          trackingRank: 1,
          isIGH: true
        )
      ],
      controls: [ControlDefinition(name: "IC", kind: .spike(copiesPerReplicate: controlCopies))],
      measuredAmplifiability: amplifiability,
      parameters: parameters
    )
  }

  /// The findings that the plan alone brings about, in the order of the rules.
  func findings(_ quantification: SampleQuantification) -> [Diagnostic] {
    let evidence = FollowupEvidence(
      quantification: quantification,
      totalReads: 0,
      replicateReads: [:],
      matchedReads: 0,
      ambiguousReads: 0,
      parameters: parameters
    )
    let rules: [any FindingRule<FollowupEvidence>.Type] = [
      ControlDropoutRule.self, ControlPrecisionRule.self, AmplifiabilityRule.self,
      DNAQuantityRule.self, DepthRule.self, SensitivityRule.self,
    ]
    return rules.compactMap { $0.finding(for: evidence) }
  }

  /// The statuses that such a sample can have at each cutoff, in the order of `CutoffStatus`.
  ///
  /// A status is decided by whether the clone is detected and on which side of the cutoff its level
  /// lies, so the counts beside these limits show all there are.
  func possibleStatuses() -> [[CutoffStatus]] {
    let blank = quantification()
    let cells = blank.cells.equivalents ?? 0
    let fewest = blank.clones.first?.minimumReads ?? 1
    let limits = parameters.cutoffs.list.flatMap { cutoff in
      let reads = Int((cutoff * cells * readsPerTemplate).rounded(.up))
      return [reads - 1, reads]
    }
    let counts = Set([0, fewest] + limits.filter { $0 >= fewest })
    let verdicts = counts.map { count in
      let sample = quantification(cloneReads: count)
      return SampleVerdict(of: sample, findings: findings(sample), parameters: parameters)
    }
    return parameters.cutoffs.list.indices.map { index in
      let found = Set(verdicts.map { $0.statuses[index].status })
      return CutoffStatus.allCases.filter(found.contains)
    }
  }
}
