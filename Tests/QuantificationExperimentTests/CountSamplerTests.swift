import QuantificationExperiment
import Testing

/// Expected shares are scipy's cumulative distribution functions.
@Suite("Samplers of the experiment")
struct CountSamplerTests {
  /// Counts at or below a limit, and how often they are expected.
  struct Share: Sendable {
    var limit: Double
    var expected: Double
  }

  private static let draws = 100_000

  /// Whether the share of draws at or below each limit is within 4.5 standard errors.
  private static func expect(
    _ shares: [Share],
    seed: UInt64,
    _ draw: (inout CountSampler) -> Double
  ) {
    var sampler = CountSampler(seed: seed)
    let values = (0..<draws).map { _ in draw(&sampler) }
    for share in shares {
      let found = Double(values.count { $0 <= share.limit }) / Double(draws)
      let error = (share.expected * (1 - share.expected) / Double(draws)).squareRoot()
      #expect(
        abs(found - share.expected) < 4.5 * error,
        "\(found) at \(share.limit), not \(share.expected)"
      )
    }
  }

  @Test("normal", arguments: [1, 2])
  func normal(seed: UInt64) {
    Self.expect(
      [
        Share(limit: -2, expected: 0.022750131948179195),
        Share(limit: -0.5, expected: 0.3085375387259869), Share(limit: 0, expected: 0.5),
        Share(limit: 1, expected: 0.8413447460685429),
        Share(limit: 3, expected: 0.9986501019683699),
      ],
      seed: seed
    ) { $0.normal() }
  }

  /// A shape, and quantiles of the gamma distribution of that shape.
  struct Shape: Sendable {
    var shape: Double
    var quantiles: [Double]
  }

  static let shapes: [Shape] = [
    Shape(
      shape: 0.4,
      quantiles: [0.0004146537155715284, 0.14507814164343544, 1.6619620177541, 5.042608588459963]
    ),
    Shape(
      shape: 1,
      quantiles: [0.05129329438755053, 0.6931471805599455, 2.9957322735539895, 6.907755278982137]
    ),
    Shape(
      shape: 2.5,
      quantiles: [0.5727381130308846, 2.175730095547763, 5.535248846758176, 10.257502826216436]
    ),
    Shape(
      shape: 60,
      quantiles: [47.85231852084202, 59.66699789087792, 73.28367879038372, 86.80871822808005]
    ),
  ]

  @Test("gamma, on both sides of the change of method at 1", arguments: shapes)
  func gamma(_ expected: Shape) {
    let shares = zip(expected.quantiles, [0.05, 0.5, 0.95, 0.999]).map {
      Share(limit: $0, expected: $1)
    }
    Self.expect(shares, seed: 3) { $0.gamma(shape: expected.shape) }
  }

  /// A mean, and points of the Poisson distribution of that mean.
  struct Distribution: Sendable {
    var mean: Double
    var shares: [Share]

    init(_ mean: Double, _ limits: [Double], _ expected: [Double]) {
      self.mean = mean
      shares = zip(limits, expected).map { Share(limit: $0, expected: $1) }
    }
  }

  static let poissons: [Distribution] = [
    Distribution(0.3, [0, 1, 3], [0.740818220681718, 0.9630636868862332, 0.9997341888099782]),
    Distribution(3, [1, 3, 6], [0.1991482734714558, 0.6472318887822313, 0.9664914646911588]),
    Distribution(9.9, [5, 10, 15], [0.07096514087048697, 0.5955486584252707, 0.9546451971171882]),
    Distribution(10.1, [5, 10, 16], [0.0633959638683488, 0.5705308211151436, 0.9707226949362009]),
    Distribution(42, [32, 42, 53], [0.06677898304877836, 0.5409141683524781, 0.9578508799165152]),
    Distribution(
      2_500,
      [2_418, 2_500, 2_583, 2_656],
      [0.05095884064333516, 0.5053189585432876, 0.9519583614147905, 0.9990371773571761]
    ),
  ]

  @Test("Poisson, on both sides of the change of method at 10", arguments: poissons)
  func poisson(_ expected: Distribution) {
    Self.expect(expected.shares, seed: 4) { Double($0.poisson(mean: expected.mean)) }
  }

  /// Molecules, depth, variance, and points of the negative binomial distribution of their reads.
  struct Assay: Sendable {
    var molecules: Int
    var depth: Double
    var variance: Double
    var limits: [Double]
    var expected: [Double]
  }

  static let assays: [Assay] = [
    Assay(
      molecules: 1,
      depth: 5,
      variance: 1,
      limits: [0, 3, 16],
      expected: [0.16666666666666666, 0.5177469135802469, 0.9549267558896705]
    ),
    Assay(
      molecules: 1,
      depth: 20,
      variance: 0.5,
      limits: [3, 17, 49],
      expected: [0.06861801541126723, 0.5258268266029814, 0.9527607610864056]
    ),
    Assay(
      molecules: 3,
      depth: 100,
      variance: 0.2,
      limits: [182, 293, 441],
      expected: [0.050743208415530566, 0.5015567920201922, 0.9503700042219703]
    ),
    Assay(
      molecules: 40,
      depth: 20,
      variance: 0.5,
      limits: [652, 797, 960],
      expected: [0.05076150609287159, 0.504250446364057, 0.9504531958433606]
    ),
    Assay(
      molecules: 300,
      depth: 100,
      variance: 1,
      limits: [27_195, 29_967, 32_919],
      expected: [0.05002630177172349, 0.5002278133864477, 0.9500185751277127]
    ),
  ]

  @Test("reads of molecules", arguments: assays)
  func reads(of assay: Assay) {
    let shares = zip(assay.limits, assay.expected).map { Share(limit: $0, expected: $1) }
    Self.expect(shares, seed: 5) {
      Double($0.reads(of: assay.molecules, depth: assay.depth, variance: assay.variance))
    }
  }

  @Test("no molecules have no reads, reads without variance are Poisson")
  func limits() {
    var sampler = CountSampler(seed: 6)
    #expect(sampler.reads(of: 0, depth: 20, variance: 0.5) == 0)
    #expect(sampler.poisson(mean: 0) == 0)
    // scipy: poisson.cdf(42, 42).
    Self.expect([Share(limit: 42, expected: 0.5409141683524781)], seed: 7) {
      Double($0.reads(of: 2, depth: 21, variance: 0))
    }
  }
}
