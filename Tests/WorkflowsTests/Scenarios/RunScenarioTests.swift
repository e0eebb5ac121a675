import Clonotyping
import Diagnostics
import Monitoring
import Quantification
import Testing
import Tracking

/// The acceptance scenarios that only a look across a run's samples decides.
@Suite("Acceptance scenarios of a run")
struct RunScenarioTests {
  /// Follow-ups of three subjects and a blank on one lane with unique dual indexes, beside a fourth
  /// sample of subject A.
  private static func run(
    readsInLane: Int,
    clone: Int,
    elsewhere: Int,
    blank: Int
  ) -> RunEvidence {
    let subjects = ["A", "B", "C"]
    func sample(_ name: String, _ subject: String, _ role: SampleRole, _ reads: Int) -> RunSample {
      RunSample(
        sample: name,
        subject: subject,
        role: role,
        libraries: [
          RunLibrary(lane: RunLane(run: "R1", lane: "1"), index: name, isUniqueDual: true)
        ],
        totalReads: 2_000_000,
        rearrangementReads: role == .blank ? 0 : 1_500_000,
        classReads: [.ighVDJ: 1_500_000],
        targetReads: [reads, 0, 0],
        readsPerTemplate: 20,
        cells: 323_077,
        mrd: 0,
        specimen: SpecimenEvidence.parse([:], role: role).evidence
      )
    }
    return RunEvidence(
      targets: subjects.map {
        RunTarget(
          name: "\($0).IGH_VDJ.1",
          owner: .subject($0),
          locusClass: .ighVDJ,
          role: .primary,
          expectedBackground: 1e-9,
          signature: "signature of \($0)"
        )
      },
      samples: [
        sample("A-PD", "A", .progression, readsInLane), sample("A-FU", "A", .followup, clone),
        sample("B-FU", "B", .followup, elsewhere), sample("C-FU", "C", .followup, elsewhere),
        sample("NTC", "NTC", .blank, blank),
      ],
      subjectsWithBaseline: Set(subjects)
    )
  }

  /// The follow-up of subject A, with what the run says about it.
  private static func judged(_ evidence: RunEvidence) -> ScenarioSample {
    let hopping = RunHopping(evidence)
    let reads = evidence.samples[1].targetReads[0] ?? 0
    return ScenarioSample(
      cloneReads: [[reads / 3], [reads / 3], [reads - 2 * (reads / 3)]],
      clones: [.scenario("IGH")],
      background: [hopping.expectedReads(ofTarget: 0, inSample: 1)],
      otherFindings: RunRules.findings(for: evidence, hopping: hopping)["A-FU"] ?? []
    )
  }

  @Test("Scenario 7: 100 reads where 1e6 of the lane hop at 1e-4 are index hopping")
  func hopping() {
    // The foreign samples have the 100 reads that the rate asks for.
    let evidence = Self.run(readsInLane: 1_000_000, clone: 100, elsewhere: 100, blank: 100)
    let rate = RunHopping(evidence).unique.rate
    #expect((0.9e-4...1.3e-4).contains(rate), "\(rate)")
    let sample = Self.judged(evidence)
    #expect(sample.codes.contains("indeterminate CON-HOP"))
    #expect(sample.words.first != "NOT_DETECTED" && sample.words.first != "DETECTED")
    #expect(!sample.words.contains("NEG"))

    // The same reads where nothing hops are the patient's.
    let clean = Self.judged(Self.run(readsInLane: 0, clone: 100, elsewhere: 0, blank: 0))
    #expect(!clean.codes.contains("indeterminate CON-HOP"))
    #expect(clean.words == ["DETECTED_BELOW_LOQ", "NEG_DETECTED", "POS", "POS"])
  }

  @Test(
    "Scenario 8: an index in the blank fails the follow-ups of its subject, three reads are one",
    arguments: [(2, false), (3, true)]
  )
  func blank(reads: Int, fails: Bool) {
    // Nothing of the clone is in the lane that could have hopped into the blank.
    let evidence = Self.run(readsInLane: 0, clone: 0, elsewhere: 0, blank: reads)
    let sample = Self.judged(evidence)
    #expect(sample.codes.contains("failure RUN-NTC") == fails)
    #expect((sample.words == ["FAILED", "NE", "NE", "NE"]) == fails)
    let found = RunRules.findings(for: evidence, hopping: RunHopping(evidence))
    let failing = found.filter { $0.value.contains { $0.code == "RUN-NTC" } }.keys.sorted()
    #expect(failing == (fails ? ["A-FU", "NTC"] : []))
  }
}
