import Clonotyping
import Monitoring
import Quantification
import Rearrangements
package import Records
import Tracking

/// Follow-up records made up for the tests, one for each call.
package enum SampleFollowup {
  package static func finding(
    _ code: String,
    _ severity: String,
    _ message: String
  ) -> FindingRecord {
    FindingRecord(
      code: code,
      severity: severity,
      message: message,
      remedy: "Repeat the library.",
      meaning: "What \(code) says."
    )
  }

  package static let detected = record(
    sample: "S01-M06",
    visit: "M06",
    result: FollowupRecord.Result(
      call: .detected,
      mrd: 3.2e-5,
      mrdCI: Interval(lower: 1.9e-5, upper: 5.1e-5),
      familyMRD: nil,
      lod95: 4.5e-6,
      loq: 1.5e-5,
      cellEquivalents: 668_000,
      cellSource: .genomicControl,
      templates: 21.4,
      readsPerTemplate: 18.2,
      status: ["1e-4": .negativeDetected, "1e-5": .positive, "1e-6": .positive],
      annotations: ["1e-4": [.smallMargin]],
      quantification: FollowupRecord.QuantificationRecord(
        unit: .reads,
        mrdMean: 1.6e-5,
        heterogeneityP: 0.2,
        dispersion: 1.555,
        captureEfficiency: nil,
        amplifiability: 0.82,
        amplifiabilityCI: Interval(lower: 0.66, upper: 1.02),
        calibration: [
          FollowupRecord.CalibrationRecord(
            SpikeFit(
              family: nil,
              counts: 3_650,
              copies: 200,
              countsPerCopy: 18.25,
              rSquared: nil,
              residuals: [],
              fault: nil
            )
          )
        ]
      )
    ),
    earlier: [VisitLevel(SampleBaseline.found)],
    clonotypes: [
      heavy(reads: 389, detected: true, templates: 21.4, mrd: 3.2e-5),
      kappa(reads: 0, detected: false, templates: 0, mrd: 0),
    ]
  )

  package static let notDetected = record(
    sample: "S01-M12",
    visit: "M12",
    result: FollowupRecord.Result(
      call: .notDetected,
      mrd: 0,
      mrdCI: Interval(lower: 0, upper: 4.5e-6),
      familyMRD: nil,
      lod95: 4.5e-6,
      loq: 1.5e-5,
      cellEquivalents: 668_000,
      cellSource: .massOnly,
      templates: 0,
      readsPerTemplate: 18.2,
      status: ["1e-4": .negative, "1e-5": .negative, "1e-6": .indeterminate]
    ),
    earlier: [VisitLevel(SampleBaseline.found), VisitLevel(detected)],
    findings: [finding("QT-SENS", "indeterminate", "LOD95 4.5e-6 exceeds the cutoff 1e-6")],
    clonotypes: [heavy(reads: 0, detected: false, templates: 0, mrd: 0)]
  )

  package static let failed = record(
    sample: "S01-M18",
    visit: nil,
    result: FollowupRecord.Result(
      call: .failed,
      mrd: nil,
      mrdCI: Interval(lower: nil, upper: nil),
      familyMRD: nil,
      lod95: nil,
      loq: nil,
      cellEquivalents: nil,
      cellSource: nil,
      templates: nil,
      readsPerTemplate: nil,
      status: ["1e-4": .notEvaluable, "1e-5": .notEvaluable, "1e-6": .notEvaluable]
    ),
    findings: [finding("IC-DROP", "failure", "3 control reads, at least 50 are needed")],
    clonotypes: [heavy(reads: 12, detected: nil, templates: nil, mrd: nil)]
  )

  package static func heavy(
    reads: Int,
    detected: Bool?,
    templates: Double?,
    mrd: Double?
  ) -> FollowupRecord.TrackedClonotype {
    FollowupRecord.TrackedClonotype(
      cloneID: "S01-IGH_VDJ-1",
      rearrangementType: .ighVDJ,
      role: .primary,
      vCall: "IGHV3-23*01",
      dCall: "IGHD3-10*01",
      jCall: "IGHJ4*02",
      junction: "TGTGCGAAAGATCGGTATGGTTCGGGGAGTTACTTTGACTACTGG",
      recombination: SampleBaseline.recombination,
      duplicateCount: reads,
      kMin: detected == nil ? nil : 10,
      detected: detected,
      templates: templates,
      mrd: mrd,
      mrdCI: Interval(lower: mrd.map { $0 / 2 }, upper: mrd.map { $0 == 0 ? 4.5e-6 : $0 * 2 }),
      perReplicate: [
        FollowupRecord.ReplicateCount(
          replicate: 1,
          duplicateCount: reads,
          templates: templates,
          mrd: mrd
        )
      ]
    )
  }

  package static func kappa(
    reads: Int,
    detected: Bool?,
    templates: Double?,
    mrd: Double?
  ) -> FollowupRecord.TrackedClonotype {
    var clonotype = heavy(reads: reads, detected: detected, templates: templates, mrd: mrd)
    clonotype.cloneID = "S01-IGK_VKDE-1"
    clonotype.rearrangementType = .igkVKde
    clonotype.role = .supporting
    clonotype.vCall = "IGKV3-20*01"
    clonotype.dCall = nil
    clonotype.jCall = nil
    clonotype.junction = nil
    clonotype.recombination = nil
    return clonotype
  }

  private static func record(
    sample: String,
    visit: String?,
    result: FollowupRecord.Result,
    earlier: [VisitLevel] = [],
    findings: [FindingRecord] = [],
    clonotypes: [FollowupRecord.TrackedClonotype]
  ) -> FollowupRecord {
    FollowupRecord(
      programVersion: "0.1.0",
      germline: SampleBaseline.germline,
      profile: SampleBaseline.profile,
      assay: SampleBaseline.assay,
      sample: sample,
      subject: "S01",
      visit: visit,
      metadata: visit.map { ["visit": $0] } ?? [:],
      baseline: BaselineIdentity(sample: "S01-DX", sha256: SampleBaseline.digest),
      earlier: earlier,
      findings: findings,
      result: result,
      clonotypes: clonotypes,
      controls: [
        ControlRecord(
          name: "spike-igh",
          kind: .spike,
          duplicateCount: 3_640,
          copies: 200,
          readsPerCopy: 18.2,
          findings: []
        ),
        ControlRecord(
          name: "ALB",
          kind: .genomic,
          duplicateCount: 51_022,
          copies: nil,
          readsPerCopy: nil,
          findings: [finding("IC-CV", "warning", "CV 0.61, at most 0.5 is expected")]
        ),
      ],
      repertoire: SampleBaseline.repertoire,
      drift: sample == "S01-M06" ? [drift] : [],
      haemodilution: FollowupRecord.HaemodilutionRecord(
        polyclonalFraction: 0.012,
        djToVDJ: 0.35,
        ighToIGK: 1.4,
        unmutatedFraction: 0.55,
        clonotypesPerCells: 870
      ),
      identity: FollowupRecord.IdentityRecord(
        verdict: clonotypes.contains { $0.detected == true } ? .cloneDetected : .tooFew,
        comparedClonotypes: 5,
        sharedClonotypes: 5,
        neededClonotypes: 50
      ),
      counts: [
        StageCountRecord(
          stage: "read",
          input: 1_250_000,
          output: 1_250_000,
          rejected: [:]
        ),
        StageCountRecord(
          stage: "match",
          input: 1_250_000,
          output: 55_051,
          rejected: ["ambiguous": 12, "other_clonotype": 1_194_937]
        ),
      ],
      replicates: [
        FollowupRecord.ReplicateRecord(
          replicate: 1,
          dnaNg: 4_342,
          cells: 668_000,
          controlReads: 54_662,
          used: true,
          reason: nil
        ),
        FollowupRecord.ReplicateRecord(
          replicate: 2,
          dnaNg: nil,
          cells: nil,
          controlReads: 3,
          used: false,
          reason: "3 control reads, at least 50 are needed"
        ),
      ]
    )
  }

  private static let drift = FollowupRecord.DriftRecord(
    event: "DR-SHM",
    severity: "warning",
    verdict: "related",
    message: "a relative of S01-IGH_VDJ-1 with 2 further mutations holds 24 % of the family",
    remedy: "Review the relative and consider a new baseline.",
    cloneID: "S01-IGH_VDJ-1",
    newCloneID: "S01-M06-IGH_VDJ-9",
    vCall: "IGHV3-23*01",
    jCall: "IGHJ4*02",
    junction: "TGTGCGAAAGATCGGTATGGTTCGGGGAATTACTTTGACTATTGG",
    stem: nil,
    distance: 2,
    duplicateCount: 122,
    templates: 6.7,
    likeFraction: 0.004,
    cellFraction: 1e-5,
    foldChange: nil,
    pValue: 3e-4
  )
}
