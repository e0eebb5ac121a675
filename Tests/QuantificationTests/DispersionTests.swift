import Quantification
import Statistics
import Testing

/// The variance of amplification out of families and spikes; expected values computed with scipy.
@Suite("Dispersion")
struct DispersionTests {
  @Test("family sizes give v as (variance − mean) / mean²")
  func families() throws {
    // Mean 20, variance 40 · 100 / 39.
    let v = try #require(AmplificationVariance.ofFamilySizes([10: 20, 30: 20]))
    #expect(abs(v - (4_000.0 / 39 - 20) / 400) < 1e-12)
    #expect(AmplificationVariance.ofFamilySizes([20: 40]) == 0)
    #expect(AmplificationVariance.ofFamilySizes([10: 14, 30: 15]) == nil)
    #expect(AmplificationVariance.ofFamilySizes([4: 20, 5: 20]) == nil)
    #expect(AmplificationVariance.ofFamilySizes([:]) == nil)
  }

  @Test("simulated families give the v they were drawn with", arguments: [0.2, 0.5, 1.0])
  func simulated(variance: Double) throws {
    var random = SplitMix(state: UInt64(variance * 10))
    let reads = NegativeBinomialDistribution(mean: 30, size: 1 / variance)
    var families: [Int: Int] = [:]
    for _ in 0..<4_000 {
      families[reads.quantile(.random(in: 0..<1, using: &random)), default: 0] += 1
    }
    let v = try #require(AmplificationVariance.ofFamilySizes(families))
    #expect(abs(v / variance - 1) < 0.1, "\(v)")
  }

  /// scipy.stats.chi2_contingency: X² = 647.298 with 3 degrees of freedom at 24.53 reads a copy.
  private static let table = [[400, 1_300], [900, 700], [350, 1_500], [800, 1_900]]

  @Test("several spikes give v by their shares in the replicates, whatever the depths")
  func spikes() throws {
    let v = try #require(AmplificationVariance.ofSpikes(Self.table, copies: [20, 60]))
    #expect(abs(v / 7.754793783779398 - 1) < 1e-9)
    let even = [[400, 1_200], [4_000, 12_000]]
    #expect(AmplificationVariance.ofSpikes(even, copies: [20, 60]) == 0)
    #expect(AmplificationVariance.ofSpikes([[400], [500]], copies: [20]) == nil)
    #expect(AmplificationVariance.ofSpikes([[400, 800]], copies: [20, 60]) == nil)
  }

  @Test("spikes that spread too much in four replicates widen every interval", arguments: [4, 3])
  func inflation(replicates: Int) throws {
    let result = SampleQuantification(
      of: Self.table.prefix(replicates).enumerated().map { index, counts in
        ReplicateObservation(
          index: index + 1,
          dnaNanograms: 700,
          cloneReads: [100],
          controlReads: counts,
          competitorReads: [0, 0]
        )
      },
      clones: [.igh("C1")],
      controls: [
        ControlDefinition(name: "IC1", kind: .spike(copiesPerReplicate: 20)),
        ControlDefinition(name: "IC2", kind: .spike(copiesPerReplicate: 60)),
      ]
    )
    let clone = result.clones[0]
    let (wide, plain) = (try #require(clone.dispersion), try #require(result.dispersion))
    guard replicates == 4 else {
      #expect(result.spikeSpread == nil)
      #expect(wide == plain)
      return
    }
    let spread = try #require(result.spikeSpread)
    #expect(abs(spread.index / 5.708568102742313 - 1) < 1e-9)
    #expect(abs(spread.pValue / 0.0006658918682779162 - 1) < 1e-7)
    #expect(abs(wide / 8.79555811498959 - 1) < 1e-9)
  }

  @Test("the mean number of templates at the limit solves the sum over their number")
  func limit() throws {
    // scipy.optimize.brentq over Σ poisson.pmf(n, λ) nbinom.sf(k − 1, n / v, 1 / (1 + v g)).
    let known: [(depth: Double, v: Double, needed: Int, mean: Double)] = [
      (10, 0.5, 3, 3.402773019796739), (5, 0.5, 3, 4.067320358898773),
      (20, 1, 3, 3.433992487216209), (20, 0.5, 14, 4.189166892036617),
      (1, 0.5, 3, 9.344546776721474),
    ]
    for item in known {
      let mean = try #require(
        meanForDetection(probability: 0.95) {
          NegativeBinomialDistribution(
            mean: Double($0) * item.depth,
            size: Double($0) / item.v
          ).atLeast(item.needed)
        }
      )
      #expect(abs(mean / item.mean - 1) < 1e-7, "\(item)")
    }
    #expect(meanForDetection(probability: 0.95, mostTemplates: 10) { _ in 0 } == nil)
  }
}
