import Quantification
import Statistics
import Testing

/// Simulated samples with known levels: three PCRs, 100 control copies each, v = 0.5.
@Suite("Coverage of intervals")
struct CoverageTests {
  private static let cells = 107_692.0
  private static let runs = 2_000

  /// Reads of a Poisson number of templates, each amplified on its own.
  private static func reads(
    ofMean templates: Double,
    depth: Double,
    _ random: inout SplitMix
  )
    -> Int
  {
    let drawn = NegativeBinomialDistribution(mean: templates, size: .infinity)
      .quantile(.random(in: 0..<1, using: &random))
    guard drawn > 0 else { return 0 }
    return NegativeBinomialDistribution(mean: Double(drawn) * depth, size: Double(drawn) / 0.5)
      .quantile(.random(in: 0..<1, using: &random))
  }

  private static func quantify(
    templates: Double,
    _ random: inout SplitMix
  )
    -> SampleQuantification
  {
    let replicates = (1...3).map { index in
      ReplicateObservation(
        index: index,
        dnaNanograms: 700,
        cloneReads: [reads(ofMean: templates / 3, depth: 20, &random)],
        controlReads: [reads(ofMean: 100, depth: 20, &random)],
        competitorReads: [0]
      )
    }
    var parameters = QuantificationParameters.clonetrackMMv1
    parameters.cells.cellCountVariation = 0
    return SampleQuantification(
      of: replicates,
      clones: [.igh("H")],
      controls: [.spike],
      parameters: parameters
    )
  }

  @Test("is 93 to 99.9 %, bias at most 10 %", arguments: [1.0, 10, 50, 200])
  func coverage(templates: Double) {
    var random = SplitMix(state: UInt64(templates))
    let level = templates / (3 * Self.cells)
    var (covered, sum) = (0, 0.0)
    for _ in 0..<Self.runs {
      let sample = Self.quantify(templates: templates, &random)
      guard let interval = sample.interval, let mrd = sample.mrd else { continue }
      covered += interval.lower <= level && level <= interval.upper ? 1 : 0
      sum += mrd
    }
    let share = Double(covered) / Double(Self.runs)
    #expect((0.93...0.999).contains(share), "coverage \(share)")
    if templates >= 10 { #expect(abs(sum / Double(Self.runs) / level - 1) < 0.10) }
  }

  @Test("a level at the LOD95 is detected in 95 of 100 samples")
  func detection() throws {
    var random = SplitMix(state: 7)
    let limit = try #require(Self.quantify(templates: 0, &random).sensitivity.lod95)
    var detected = 0
    for _ in 0..<Self.runs {
      let sample = Self.quantify(templates: limit * 3 * Self.cells, &random)
      detected += sample.isDetected ? 1 : 0
    }
    let share = Double(detected) / Double(Self.runs)
    #expect((0.935...0.975).contains(share), "\(share) detected")
  }

  @Test("known background passes for a clone in one of a thousand blanks at most")
  func blanks() {
    var random = SplitMix(state: 11)
    let background = NegativeBinomialDistribution(mean: 2, size: .infinity)
    let sample = SampleFixture(cloneReads: [[0]], controlReads: [2_000], dnaNanograms: [700])
    var detected = 0
    for _ in 0..<5_000 {
      var replicates = sample.replicates
      replicates[0].cloneReads = [background.quantile(.random(in: 0..<1, using: &random))]
      let result = SampleQuantification(
        of: replicates,
        clones: sample.clones,
        controls: [.spike],
        otherBackground: [BackgroundReads(hop: 2)]
      )
      #expect(result.clones[0].minimumReads == 9)
      detected += result.isDetected ? 1 : 0
    }
    #expect(detected <= 8, "\(detected) detected")
  }
}
