import Foundation

/// `testdata/vectors/statistics.json`, computed with scipy.
struct GoldenStatistics: Decodable {
  struct Interval: Decodable {
    var x: Double
    var lo: Double
    var hi: Double
  }

  struct Limit: Decodable {
    var x: Double
    var hi: Double
  }

  struct Proportion: Decodable {
    var x: Int
    var n: Int
    var cp: [Double]
    var wilson: [Double]
  }

  struct Detection: Decodable {
    var k: Int
    var p: Double
    var lambda: Double
  }

  struct Depth: Decodable {
    var k: Int
    var nbSize: Double?
    var g: Double
  }

  struct Ratio: Decodable {
    var T: Double
    var E: Double
    var D: Double
    var loT: Double
    var hiT: Double
  }

  struct Background: Decodable {
    var mu: Double
    var alpha: Double
    var kmin: Int
  }

  struct Difference: Decodable {
    var x1: Int
    var n1: Int
    var x0: Int
    var n0: Int
    var estLoHi: [Double]
  }

  struct Strata: Decodable {
    var strataX1N1X0N0: [[Int]]
    var chi2NoCc: Double
    var chi2Cc: Double
    var pNoCc: Double
    var orMh: Double
    var orCiRbg: [Double]
    var rdMh: Double
    var rdSeSato: Double
  }

  struct Agreement: Decodable {
    var pp: Int
    var pn: Int
    var np: Int
    var nn: Int
    var opa: Double
    var ppa: Double
    var npa: Double
    var ppaCp: [Double]
    var npaCp: [Double]
    var kappa: Double
    var kappaSeAsymptotic: Double
    var mcnemarExactP: Double
    var mcnemarMidp: Double
    var prevalenceIndex: Double
    var biasIndex: Double
    var pabak: Double
  }

  struct Survival: Decodable {
    struct Step: Decodable {
      var t: Double
      var atRisk: Int
      var events: Int
      var S: Double
      var greenwoodVar: Double
      var loglogLo: Double
      var loglogHi: Double
    }

    var time: [Double]
    var event: [Int]
    var table: [Step]
    var median: Double
    var medianCiBrookmeyerCrowleyLoglog: [Double?]
  }

  struct Methods: Decodable {
    struct PassingBablok: Decodable {
      var slope: Double
      var intercept: Double
      var slopeCi: [Double]
      var interceptCiSorted: [Double]
      var NSlopes: Int
      var K: Double
      var M1: Int
      var M2: Int
    }

    struct BlandAltman: Decodable {
      var bias: Double
      var sd: Double
      var loa: [Double]
    }

    var xNgfLog10: [Double]
    var yNgsLog10: [Double]
    var passingBablok: PassingBablok
    var blandAltman: BlandAltman
    var cccLin: Double
    var spearman: Double
    var pearson: Double
  }

  struct Evaluation: Decodable {
    struct Multiplier: Decodable {
      var LTotal: Int
      var KSamples: Int
      var cp: Double
    }

    struct Rank: Decodable {
      var B: Int
      var rank: Double
    }

    var cp: [Multiplier]
    var nonparamRank: [Rank]
  }

  struct Maximum: Decodable {
    var lambda: Double
    var J: Int
    var EMax: Double
    var relBias: Double
  }

  var garwood: [Interval]
  var poissonUpperOneSided95: [Limit]
  var clopperPearsonWilson: [Proportion]
  var lambdaForDetection: [Detection]
  var readsPerMoleculeForSingleMoleculeDetection95: [Depth]
  var conditionalBinomialRatioCi: [Ratio]
  var backgroundKmin: [Background]
  var newcombeRd: [Difference]
  var miettinenNurminenRdTol1e5: [Difference]
  var cmh: Strata
  var agreement2x2: Agreement
  var kaplanMeier: Survival
  var methodComparisonLog10: Methods
  var ep17: Evaluation
  var maxRuleBias: [Maximum]

  /// Reads the file of the repository this test was compiled in.
  static func read() throws -> GoldenStatistics {
    let file = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "testdata/vectors/statistics.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .custom { path in
      PlainKey(path.last?.stringValue ?? "")
    }
    return try decoder.decode(GoldenStatistics.self, from: Data(contentsOf: file))
  }

  /// A key as this type spells it: parts joined without `_` and `-`, capitals kept.
  private struct PlainKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(_ key: String) {
      let parts = key.split { $0 == "_" || $0 == "-" }
      stringValue = parts.enumerated()
        .map { $0 == 0 ? String($1) : $1.prefix(1).uppercased() + $1.dropFirst() }
        .joined()
    }

    init?(stringValue: String) { self.init(stringValue) }

    init?(intValue: Int) { nil }
  }
}

/// Whether two values agree to a relative tolerance; zero agrees only with zero.
func agrees(_ value: Double?, _ expected: Double, tolerance: Double = 1e-6) -> Bool {
  guard let value else { return false }
  return abs(value - expected) <= tolerance * abs(expected)
}
