import Clonotyping
import Tracking
import Germline
import Nucleotides
import Rearrangements
import Testing

/// The tables of the profile, read through genes so short that a signature has one way to be made.
///
/// The expected chances are products of shares of the published tables, worked by hand; a share is
/// divided by the sum of its table, which the four digits leave a little off one.
@Suite("Tables of the generation model")
struct GenerationTablesTests {
  /// Genes and a signature that they make in one way.
  struct Way: Sendable {
    var type: RearrangementType
    var five = "C"
    var diversity = "T"
    var three = "G"
    var signature: String
    var chance: Double
  }

  /// The set with one element of each kind.
  private static func germline(_ way: Way) throws -> GermlineSet {
    func bases(_ text: String) throws -> NucleotideSequence {
      try #require(NucleotideSequence(text))
    }
    func allele(
      _ name: String,
      _ locus: Locus,
      _ segment: Segment,
      _ text: String
    ) throws
      -> GermlineAllele
    {
      GermlineAllele(name: name, locus: locus, segment: segment, sequence: try bases(text))
    }
    func element(_ kind: GermlineElement.Kind, _ text: String) throws -> GermlineElement {
      GermlineElement(
        kind: kind,
        sequence: try bases(text),
        accession: "",
        start: 1,
        end: text.count,
        strand: "+"
      )
    }
    return GermlineSet(
      name: "one way",
      version: "1",
      sha256: "",
      alleles: [
        try allele("IGHV1-1*01", .heavy, .v, way.five),
        try allele("IGHD1-1*01", .heavy, .d, way.type == .ighDJ ? way.five : way.diversity),
        try allele("IGHJ1*01", .heavy, .j, way.three),
        try allele("IGKV1-1*01", .kappa, .v, way.five),
        try allele("IGKJ1*01", .kappa, .j, way.three),
        try allele("IGLV1-1*01", .lambda, .v, way.five),
        try allele("IGLJ1*01", .lambda, .j, way.three),
      ],
      elements: [
        try element(.kappaIntron, way.five), try element(.kappaDeleting, way.three),
      ]
    )
  }

  private static func chance(
    _ way: Way,
    _ parameters: GenerationParameters = .clonetrackMMv1
  ) throws -> Double {
    let bases = try #require(NucleotideSequence(way.signature))
    return GenerationModel(try germline(way), parameters)
      .chance(of: Signature(bases: bases, ndn: 1..<1), type: way.type)
  }

  private static let ways = [
    // Nothing lost, nothing added: 0.2259 · 0.1785 · 0.17835.
    Way(type: .ighDJ, signature: "CG", chance: 7.191_633_802_5e-3),
    // One A added: 0.2259 · 0.14665 · (0.1981 / 0.9999) · 0.17835.
    Way(type: .ighDJ, signature: "CAG", chance: 1.170_575_200_6e-3),
    // The longest losses, 15 bases each: 0.0157 · 0.1785 · 0.0431.
    Way(
      type: .ighDJ,
      five: "CAAAAAAAAAAAAAAA",
      three: "TTTTTTTTTTTTTTTG",
      signature: "CG",
      chance: 1.207_855_949_9e-4
    ),
    // (0.1852 / 0.999) · (0.0011 / 0.9992) · (0.0001 / 0.9996).
    Way(type: .igkVJ, signature: "CG", chance: 2.041_688_612_2e-8),
    // (0.1852 / 0.999) · (0.202 / 0.9992) · (0.2099 / 1.0001) · (0.0001 / 0.9996).
    Way(type: .igkVJ, signature: "CAG", chance: 7.868_957_542_5e-7),
    // 23 and 5 bases lost: (0.0003 / 0.999) · (0.0011 / 0.9992) · (0.0007 / 0.9996).
    Way(
      type: .igkVJ,
      five: "CAAAAAAAAAAAAAAAAAAAAAAA",
      three: "TTTTTG",
      signature: "CG",
      chance: 2.315_089_679_1e-10
    ),
    // 0.28695 · 0.1778 · 0.2252.
    Way(type: .igkVKde, signature: "CG", chance: 1.148_963_869_2e-2),
    // 0.28695 · 0.1516 · (0.1993 / 1.0001) · 0.2252.
    Way(type: .igkVKde, signature: "CAG", chance: 1.952_260_143_4e-3),
    // 15 bases lost each: 0.00655 · 0.1778 · 0.02355.
    Way(
      type: .igkVKde,
      five: "CAAAAAAAAAAAAAAA",
      three: "TTTTTTTTTTTTTTTG",
      signature: "CG",
      chance: 2.742_609_45e-5
    ),
    // 0.28695 · 0.18435 · 0.2127.
    Way(type: .igkIntronKde, signature: "CG", chance: 1.125_166_675_3e-2),
    // 0.28695 · 0.145 · 0.1984 · 0.2127.
    Way(type: .igkIntronKde, signature: "CAG", chance: 1.755_833_735_5e-3),
    // 15 bases lost each: 0.0059 · 0.18435 · 0.02435.
    Way(
      type: .igkIntronKde,
      five: "CAAAAAAAAAAAAAAA",
      three: "TTTTTTTTTTTTTTTG",
      signature: "CG",
      chance: 2.648_464_275e-5
    ),
    // (0.20125 / 0.99905) · (0.00025 / 0.99915) · (0.1112 / 0.9991).
    Way(type: .iglVJ, signature: "CG", chance: 5.609_883_070_4e-6),
    // (0.20125 / 0.99905) · (0.18845 / 0.99915) · 0.1493 · (0.1112 / 0.9991).
    Way(type: .iglVJ, signature: "CAG", chance: 6.313_493_678_7e-4),
    // 24 bases lost each: (0.00035 / 0.99905) · (0.00025 / 0.99915) · (0.0002 / 0.9991).
    Way(
      type: .iglVJ,
      five: "CAAAAAAAAAAAAAAAAAAAAAAAA",
      three: "TTTTTTTTTTTTTTTTTTTTTTTTG",
      signature: "CG",
      chance: 1.754_733_522_2e-11
    ),
    // The D of one base is gone: (0.4342 / 0.99905) · (0.0516 / 0.99972)
    // · (1 − 0.23204 · 0.10769) · (0.07543 / 0.9995) · (0.15995 / 0.99915).
    Way(type: .ighVDJ, signature: "CG", chance: 2.642_400_027_7e-4),
    // Of a D of nine bases the middle one is left: 0.21346 · 0.306 in place of the bracket.
    Way(type: .ighVDJ, diversity: "TTTTATTTT", signature: "CAG", chance: 1.770_217_821_4e-5),
    // A G added before it: (0.04342 / 0.99972) · (0.2798 / 0.9999) in place of 0.0516 / 0.99972.
    Way(type: .ighVDJ, diversity: "TTTTATTTT", signature: "CGAG", chance: 4.168_290_397_6e-6),
    // A G added after it: (0.05523 / 0.9995) · (0.2798 / 0.9999) in place of 0.07543 / 0.9995.
    Way(type: .ighVDJ, diversity: "TTTTATTTT", signature: "CAGG", chance: 3.627_010_275_1e-6),
    // 11 and 23 bases lost: 0.00015 in place of 0.4342 and 0.00025 in place of 0.15995.
    Way(
      type: .ighVDJ,
      five: "CAAAAAAAAAAA",
      diversity: "TTTTATTTT",
      three: "TTTTTTTTTTTTTTTTTTTTTTTG",
      signature: "CAG",
      chance: 9.558_371_650_0e-12
    ),
  ]

  @Test("each table gives the chance of the one way", arguments: ways)
  func tables(_ way: Way) throws {
    var parameters = GenerationParameters.clonetrackMMv1
    parameters.hypermutation = 0
    let found = try Self.chance(way, parameters)
    #expect(abs(found / way.chance - 1) < 1e-9, "\(way.type), \(way.signature): \(found)")
  }

  @Test(
    "one mutated base costs a factor of 60 in types that cells mutate, in the others everything",
    arguments: [
      (RearrangementType.ighVDJ, true), (.ighDJ, false), (.igkVJ, true), (.igkVKde, true),
      (.igkIntronKde, false), (.iglVJ, true),
    ]
  )
  func mutation(_ type: RearrangementType, isMutated: Bool) throws {
    let whole = try Self.chance(Way(type: type, signature: "CG", chance: 0))
    let mutated = try Self.chance(Way(type: type, signature: "AG", chance: 0))
    // A germline base is another one with a chance of 5 %, and one of the three others: 0.05 / 3.
    #expect(whole > 0)
    #expect(abs(mutated / whole - (isMutated ? 1 / 60 : 0)) < 1e-12)
  }

  @Test("only an IGH VDJ has tables for a D between", arguments: RearrangementType.allCases)
  func between(_ type: RearrangementType) {
    let habits = GenerationParameters.clonetrackMMv1[type]
    let tables = [habits.secondAddition, habits.diversityFiveTrim, habits.diversityThreeTrim]
    #expect(tables.allSatisfy { $0.isEmpty == (type != .ighVDJ) })
  }
}
