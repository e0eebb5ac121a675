import Clonotyping
import Quantification
import Testing
import Tracking

/// Several spikes of different copies; expected values computed with numpy.
@Suite("Lines through spikes")
struct SpikeFitTests {
  private static let copies: [Double] = [20, 60, 180, 40, 120]
  private static let families = ["IGHV3", "IGHV3", "IGHV3", "IGHV1", "IGHV1"]

  private static func quantify(
    _ reads: [Int],
    families: [String?] = families,
    clones: [String?] = ["IGHV3", "IGHV1", nil],
    efficiencies: PrimerEfficiencies = .equal,
    method: SpikeFitMethod = .weighted
  ) -> SampleQuantification {
    var parameters = QuantificationParameters.clonetrackMMv1
    parameters.controls.fit = method
    return SampleQuantification(
      of: [
        ReplicateObservation(
          index: 1,
          dnaNanograms: 650,
          cloneReads: clones.map { _ in 1_000 },
          controlReads: reads,
          competitorReads: reads.map { _ in 0 }
        )
      ],
      clones: clones.enumerated().map { index, family in
        TrackedCloneInfo(
          cloneID: CloneID("C\(index + 1)"),
          role: .primary,
          expectedBackground: nil,
          trackingRank: index,
          isIGH: true,
          primerFamily: family
        )
      },
      controls: reads.indices.map {
        ControlDefinition(
          name: "IC\($0 + 1)",
          kind: .spike(copiesPerReplicate: copies[$0]),
          primerFamily: families[$0]
        )
      },
      efficiencies: efficiencies,
      parameters: parameters
    )
  }

  private func isClose(_ value: Double?, _ expected: Double) -> Bool {
    guard let value else { return false }
    return abs(value / expected - 1) < 1e-12
  }

  @Test("a family of three spikes scales its own clones, any other falls back to all spikes")
  func families() throws {
    let result = Self.quantify([410, 1_150, 3_700, 500, 1_400])
    let universal = try #require(result.calibration.universal)
    #expect(isClose(universal.countsPerCopy, 17.047619047619047))
    #expect(isClose(universal.rSquared, 0.9455818031353636))
    #expect(universal.fault == nil)
    let own = try #require(result.calibration.families.last)
    #expect(own.family == "IGHV3")
    #expect(isClose(own.countsPerCopy, 20.23076923076923))
    #expect(isClose(own.rSquared, 0.9991701950763837))
    for (residual, expected) in zip(own.residuals, [0.01330798, -0.05259823, 0.01605408]) {
      #expect(abs(residual.relative - expected) < 1e-8)
    }
    let failed = result.calibration.families.filter { $0.fault != nil }
    #expect(failed.map(\.family) == ["IGHV1"])
    #expect(failed.map(\.fault) == [.fewSpikes])

    #expect(result.clones.map(\.scaleFamily) == ["IGHV3", nil, nil])
    #expect(isClose(result.clones[0].templates, 1_000 / 20.23076923076923))
    #expect(isClose(result.clones[1].templates, 1_000 / 17.047619047619047))
    #expect(isClose(result.clones[2].templates, 1_000 / 17.047619047619047))
    #expect(isClose(result.clones[0].dispersion, 1.5 + 1 / 20.23076923076923))
  }

  @Test("a family off its line falls back to all spikes")
  func poorFit() throws {
    let result = Self.quantify([900, 100, 1_500], families: ["IGHV3", "IGHV3", "IGHV3"])
    let own = try #require(result.calibration.families.first)
    #expect(own.fault == .poorFit)
    #expect(isClose(own.rSquared, 0.45213407282372803))
    // The line through all spikes fits as badly, but there is no other.
    #expect(result.calibration.universal?.fault == .poorFit)
    #expect(result.clones[0].scaleFamily == nil)
    #expect(isClose(result.clones[0].templates, 1_000 / 9.615384615384615))
  }

  @Test("spikes of twenty reads at most scale nothing", arguments: [(20, false), (21, true)])
  func fewCounts(most: Int, isScaled: Bool) {
    let result = Self.quantify([2, 7, most, 9, 18])
    #expect(result.calibration.universal?.fault == (isScaled ? nil : .fewCounts))
    #expect((result.templates != nil) == isScaled)
    #expect(result.hasCalibrator)
  }

  @Test("a family of weak spikes falls back although all spikes do scale")
  func weakFamily() {
    let result = Self.quantify([2, 6, 20, 500, 1_500])
    #expect(result.calibration.families.last?.fault == .fewCounts)
    #expect(result.clones[0].scaleFamily == nil)
    #expect(result.clones[0].templates != nil)
  }

  @Test("Vidjil's way regresses copies on reads without weights")
  func vidjil() {
    let result = Self.quantify(
      [410, 1_150, 3_700],
      families: [nil, nil, nil],
      method: .vidjil
    )
    // numpy.corrcoef, squared.
    #expect(isClose(result.templates, 1_000 * 0.048957221717191676))
    #expect(isClose(result.calibration.universal?.rSquared, 0.9992970099576268))
    #expect(result.calibration.method == .vidjil)
  }

  @Test("primer efficiencies make reads of different families comparable")
  func efficiencies() {
    // One template of IGHV3 gives 2 · 5 reads, one of IGHV1 0.5 · 5.
    let result = Self.quantify(
      [200, 600, 1_800, 100, 300],
      clones: ["IGHV3", "IGHV1", "IGHV4"],
      efficiencies: PrimerEfficiencies(["IGHV3": 2, "IGHV1": 0.5])
    )
    #expect(result.readsPerTemplate == 5)
    #expect(result.clones.map(\.countsPerTemplate) == [10, 2.5, 5])
    #expect(result.clones.map(\.templates) == [100, 400, 200])
    #expect(result.clones.map(\.efficiency) == [2, 0.5, 1])
    #expect(isClose(result.calibration.universal?.rSquared, 1))
    #expect(result.controls.map(\.residual) == [0, 0, 0, 0, 0])
  }

  @Test("one spike and a factor give K · E / K_IC · b_IC / b_clone")
  func oneSpikeFactor() {
    let result = Self.quantify(
      [400],
      families: ["IGHV3"],
      clones: ["IGHV1"],
      efficiencies: PrimerEfficiencies(["IGHV3": 1.25, "IGHV1": 0.5])
    )
    #expect(isClose(result.templates, 1_000.0 * 20 / 400 * 1.25 / 0.5))
    #expect(result.calibration.universal?.rSquared == nil)
  }

  @Test("a polyclonal control shows the efficiencies as observed over expected share")
  func polyclonal() {
    let found = PrimerEfficiencies(
      polyclonalReads: ["IGHV3": 6_000, "IGHV1": 1_000, "IGHV4": 3_000, "IGHV9": 50],
      expected: ["IGHV3": 0.5, "IGHV1": 0.2, "IGHV4": 0.3]
    )
    #expect(found["IGHV3"] == 1.2)
    #expect(found["IGHV1"] == 0.5)
    #expect(found["IGHV4"] == 1)
    #expect(found["IGHV9"] == 1)
    #expect(PrimerEfficiencies(polyclonalReads: [:], expected: ["IGHV3": 1]) == .equal)
  }

  @Test(
    "a primer family is a gene's subgroup",
    arguments: [
      ("IGHV3-23*01,IGHV3-23D*01", "IGHV3"), ("IGHV3/OR16-9*01", "IGHV3"), ("IGKV1D-39", "IGKV1D"),
      ("IGHD2*01", "IGHD2"),
    ]
  )
  func names(call: String, family: String) {
    #expect(PrimerFamily.name(of: call) == family)
    #expect(PrimerFamily.name(of: "") == nil)
  }
}
