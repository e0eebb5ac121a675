import Clonotyping
import Germline
import Monitoring
import Quantification
import Rearrangements
package import Records
import Tracking

/// Baseline records made up for the tests; the bases and numbers mean nothing.
package enum SampleBaseline {
  package static let digest = String(repeating: "0123456789abcdef", count: 4)

  package static let germline = GermlineIdentity(
    name: "AIRR-C human IG",
    version: "IGH 9, IGK 4, IGL 3",
    sha256: digest
  )
  package static let profile = ProfileIdentity(id: "clonetrack-mm-v1", sha256: digest)
  package static let assay = AssayIdentity(name: "euroclonality-like", sha256: digest)

  package static let recombination = RecombinationRecord(
    sequence: "TGTGCGAAAGATCGGTATGGTTCGGGGAGTTACTTTGACTACTGG",
    germline: "TGTGCGAGANNNNNGTATGGTTCGGGGAGTTACTTTGACTATTGG",
    fivePrime: OffsetRange(start: 0, end: 9),
    d: OffsetRange(start: 14, end: 30),
    threePrime: OffsetRange(start: 30, end: 45)
  )
  package static let repertoire = [
    RepertoireRecord(
      locusClass: .ighVDJ,
      usableReads: 100_000,
      clonotypes: 1_204,
      abundance: [
        RepertoireRecord.AbundancePoint(rank: 1, reads: 48_210),
        RepertoireRecord.AbundancePoint(rank: 2, reads: 340),
        RepertoireRecord.AbundancePoint(rank: 1_204, reads: 1),
      ],
      largest: [
        RepertoireRecord.Largest(
          cloneID: "S01-IGH_VDJ-1",
          vCall: "IGHV3-23*01,IGHV3-23D*01",
          jCall: "IGHJ4*02",
          junctionAA: "CAKDRYGSGSYFDYW",
          duplicateCount: 48_210,
          likeFraction: 0.4821
        )
      ]
    ),
    RepertoireRecord(locusClass: .igkKde, usableReads: 38_667, clonotypes: 96),
  ]

  package static let heavy = BaselineRecord.Clonotype(
    cloneID: "S01-IGH_VDJ-1",
    locus: .heavy,
    rearrangementType: .ighVDJ,
    vCall: "IGHV3-23*01,IGHV3-23D*01",
    dCall: "IGHD3-10*01",
    jCall: "IGHJ4*02",
    junction: "TGTGCGAAAGATCGGTATGGTTCGGGGAGTTACTTTGACTACTGG",
    junctionAA: "CAKDRYGSGSYFDYW",
    productive: true,
    vIdentity: 0.9421,
    np1: "GATCG",
    np2: "",
    recombination: recombination,
    signature: "GTGTATTACTGTGCGAAAGATCGGTATGGTTCGGGGAGTTACTTTGACTACTGGGGC",
    signatureNDN: OffsetRange(start: 18, end: 39),
    duplicateCount: 48_210,
    templates: 9_642,
    likeFraction: 0.4821,
    cellFraction: 0.0964,
    tier: .a,
    role: .primary,
    expectedBackground: 0.004,
    gates: [
      "depth": GateRecord(value: 100_000, limit: 20_000, passed: true),
      "like_fraction": GateRecord(value: 0.4821, limit: 0.03, passed: true),
      "replicate_fold": GateRecord(value: nil, limit: 3, passed: nil),
    ]
  )

  package static let deleting = BaselineRecord.Clonotype(
    cloneID: "S01-IGK_INTRKDE-1",
    locus: .kappa,
    rearrangementType: .igkIntronKde,
    vCall: nil,
    dCall: nil,
    jCall: nil,
    junction: nil,
    junctionAA: nil,
    productive: nil,
    vIdentity: nil,
    np1: "CCT",
    np2: nil,
    signature: "AGCTTTCTCAAGAACTTGGGCCTGGAGCCCTAGTGGCAGCCC",
    signatureNDN: OffsetRange(start: 20, end: 23),
    duplicateCount: 812,
    templates: nil,
    likeFraction: 0.021,
    cellFraction: nil,
    tier: nil,
    role: nil,
    expectedBackground: 0.31,
    gates: ["like_fraction": GateRecord(value: 0.021, limit: 0.03, passed: false)]
  )

  package static let found = BaselineRecord(
    programVersion: "0.1.0",
    germline: germline,
    profile: profile,
    assay: assay,
    sample: "S01-DX",
    subject: "S01",
    metadata: ["collection_date": "2026-01-12", "lab": "central", "plasma_cell_percent": "32"],
    verdict: .indexFound,
    findings: [
      FindingRecord(
        code: "BL-NOSCALE",
        severity: "warning",
        message: "no control in <IGK> & no UMI: cell fractions are not known",
        remedy: "Add a control of known copies to the assay.",
        meaning: nil
      )
    ],
    clonotypes: [heavy],
    candidates: [deleting],
    repertoire: repertoire,
    approval: BaselineRecord.Approval(
      approvedBy: "A. Reviewer",
      reason: "relapse with a replaced V gene",
      replaces: BaselineIdentity(
        sample: "S01-DX0",
        sha256: String(repeating: "0b", count: 32)
      )
    ),
    reference: BaselineRecord.Reference(
      cellEquivalents: 15_385,
      readsPerTemplate: 5,
      clonotypes: [
        BaselineRecord.ReferenceClonotype(
          cloneID: "S01-IGH_VDJ-1",
          rearrangementType: .ighVDJ,
          vCall: "IGHV3-23*01",
          jCall: "IGHJ4*02",
          sequence: "GAGGACACGGCCTGTGCGAAAGATCGGTATGGTTCGGGGAATTACTTTGACTATTGGGGCCAG",
          window: OffsetRange(start: 12, end: 57),
          ndn: OffsetRange(start: 21, end: 42),
          d: OffsetRange(start: 25, end: 37),
          vMutations: [3],
          duplicateCount: 61_000,
          likeFraction: 0.61
        )
      ],
      unlistedReads: ["IGH_VDJ": 120],
      vAlleles: ["IGHV3-23": ["IGHV3-23*01": 12, "IGHV3-23*04": 9]]
    ),
    controls: [
      ControlRecord(
        name: "spike-igh",
        kind: .spike,
        duplicateCount: 500,
        copies: 100,
        readsPerCopy: 5,
        findings: []
      )
    ],
    counts: [
      StageCountRecord(
        stage: "merge",
        input: 160_000,
        output: 158_000,
        rejected: ["low_quality": 1_900, "too_short": 100]
      ),
      StageCountRecord(
        stage: "annotate",
        input: 158_000,
        output: 139_167,
        rejected: ["no_v": 18_833]
      ),
    ]
  )

  package static let failed = BaselineRecord(
    programVersion: "0.1.0",
    germline: germline,
    profile: profile,
    assay: assay,
    sample: "S02-DX",
    subject: "S02",
    metadata: [:],
    verdict: .failed,
    findings: [
      FindingRecord(
        code: "BL-RDS",
        severity: "failure",
        message: "0 usable reads, at least 20000 are needed",
        remedy: "Sequence the library deeper or repeat it.",
        meaning: "The library is too shallow to choose an index clonotype."
      )
    ],
    clonotypes: [],
    candidates: [],
    repertoire: [],
    reference: BaselineRecord.Reference(
      cellEquivalents: nil,
      readsPerTemplate: nil,
      clonotypes: [],
      unlistedReads: [:],
      vAlleles: [:]
    ),
    controls: [],
    counts: [StageCountRecord(stage: "read", input: 0, output: 0, rejected: [:])]
  )
}
