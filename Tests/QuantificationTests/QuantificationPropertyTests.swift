import Clonotyping
import Quantification
import Testing
import Tracking

@Suite("Properties of quantification")
struct QuantificationPropertyTests {
  private static func sample(_ random: inout SplitMix) -> [ReplicateObservation] {
    let depth: Int = [1, 8, 20, 200].randomElement(using: &random) ?? 20
    let level: Int = [0, 0, 2, 30, 1_000].randomElement(using: &random) ?? 0
    let load: Double = [50.0, 700, 9_000].randomElement(using: &random) ?? 700
    return (1...Int.random(in: 1...5, using: &random)).map { index in
      ReplicateObservation(
        index: index,
        dnaNanograms: load * Double.random(in: 0.9...1.1, using: &random),
        cloneReads: [0, 1, 2].map { _ in Int.random(in: 0...level, using: &random) },
        controlReads: [Int.random(in: 0...(200 * depth), using: &random), 300],
        competitorReads: [0, Int.random(in: 0...500, using: &random)]
      )
    }
  }

  private static func quantify(
    _ replicates: [ReplicateObservation],
    _ parameters: QuantificationParameters = .clonetrackMMv1
  ) -> SampleQuantification {
    SampleQuantification(
      of: replicates,
      clones: [.igh("H"), .igk("K"), .igk("L", role: .supporting, rank: 3, background: 0.3)],
      controls: [.spike, .albumin],
      parameters: parameters
    )
  }

  @Test(
    "a sample negative at a cutoff is negative at every higher one",
    arguments: 1...20 as ClosedRange<UInt64>
  )
  func monotone(seed: UInt64) {
    var random = SplitMix(state: seed)
    var negatives = 0
    for _ in 0..<200 {
      var parameters = QuantificationParameters.clonetrackMMv1
      if Bool.random(using: &random) { parameters.cutoffs.negativeRule = .upper95 }
      let verdict = SampleVerdict(
        of: Self.quantify(Self.sample(&random), parameters),
        hasFailure: Int.random(in: 0..<20, using: &random) == 0,
        hasIndeterminateFinding: Int.random(in: 0..<20, using: &random) == 0,
        parameters: parameters
      )
      let isNegative = verdict.statuses.map {
        $0.status == .negative || $0.status == .negativeDetected
      }
      negatives += isNegative.count { $0 }
      for (higher, lower) in zip(isNegative, isNegative.dropFirst()) where lower {
        #expect(higher, "\(verdict)")
      }
      if verdict.call == .failed || verdict.call == .indeterminate {
        #expect(!isNegative.contains(true))
      }
    }
    #expect(negatives > 0)
  }

  @Test(
    "the order and the numbering of replicates change nothing",
    arguments: 1...20 as ClosedRange<UInt64>
  )
  func replicateOrder(seed: UInt64) {
    var random = SplitMix(state: seed)
    for _ in 0..<50 {
      let replicates = Self.sample(&random)
      let expected = Self.quantify(replicates)
      #expect(Self.quantify(replicates.shuffled(using: &random)) == expected)

      var renumbered = replicates.shuffled(using: &random)
      for index in renumbered.indices { renumbered[index].index = index + 1 }
      let result = Self.quantify(renumbered)
      #expect(result.cells == expected.cells)
      #expect(result.sensitivity == expected.sensitivity)
      #expect(result.mrd == expected.mrd)
      #expect(result.interval == expected.interval)
      #expect(result.heterogeneityP == expected.heterogeneityP)
      #expect(result.clones.map(\.templates) == expected.clones.map(\.templates))
    }
  }

  @Test(
    "intervals hold the level and widen with the doubt about cells",
    arguments: 1...10 as ClosedRange<UInt64>
  )
  func intervals(seed: UInt64) {
    var random = SplitMix(state: seed)
    for _ in 0..<100 {
      let replicates = Self.sample(&random)
      var exact = QuantificationParameters.clonetrackMMv1
      exact.cells.cellCountVariation = 0
      let (wide, narrow) = (Self.quantify(replicates), Self.quantify(replicates, exact))
      guard let mrd = wide.mrd, let outer = wide.interval, let inner = narrow.interval else {
        continue
      }
      #expect(outer.lower <= mrd && mrd <= outer.upper)
      // Equal up to the rounding of exp and log where the doubt adds nothing.
      #expect(outer.lower <= inner.lower * (1 + 1e-12))
      #expect(inner.upper <= outer.upper * (1 + 1e-12))
    }
  }
}
