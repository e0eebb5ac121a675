import Clonotyping
import FoundationEssentials
import Germline
import Nucleotides
import Rearrangements
import SimulatedReads
import Testing
import Tracking

@Suite("Generation model")
struct GenerationModelTests {
  /// Tables of two or three rows, so that everything recombination can do is soon listed.
  private static let toyHabits = JunctionHabits(
    fiveTrim: [0.5, 0.3, 0.2],
    threeTrim: [0.6, 0.4],
    firstAddition: [0.2, 0.5, 0.3],
    secondAddition: [0.7, 0.3],
    diversityFiveTrim: [0.5, 0.25, 0.25],
    diversityThreeTrim: [0.4, 0.3, 0.3],
    bases: [0.1, 0.2, 0.3, 0.4],
    isMutated: true
  )
  private static let toy: GenerationParameters = {
    var toy = GenerationParameters(
      vdj: toyHabits,
      dj: toyHabits,
      kappa: toyHabits,
      kde: toyHabits,
      intronKde: toyHabits,
      lambda: toyHabits
    )
    toy.hypermutation = 0
    return toy
  }()
  private static let alleles: [(String, Segment, Locus, String)] = [
    ("IGHV1-1*01", .v, .heavy, "ACGTTGCA"), ("IGHV1-1*02", .v, .heavy, "ACGTTGCC"),
    ("IGHV2-1*01", .v, .heavy, "TTGACGTA"), ("IGHD1-1*01", .d, .heavy, "GAT"),
    ("IGHD2-1*01", .d, .heavy, "CATG"), ("IGHJ1*01", .j, .heavy, "TGGACCTT"),
    ("IGHJ2*01", .j, .heavy, "CGGACCTT"), ("IGKV1-1*01", .v, .kappa, "GGCATTCA"),
    ("IGKJ1*01", .j, .kappa, "ATGGTTAC"), ("IGKJ2*01", .j, .kappa, "TTGGTTAC"),
  ]

  private static func germline() throws -> GermlineSet {
    GermlineSet(
      name: "toy",
      version: "1",
      sha256: "",
      alleles: try alleles.map { name, segment, locus, bases in
        GermlineAllele(
          name: name,
          locus: locus,
          segment: segment,
          sequence: try #require(NucleotideSequence(bases))
        )
      },
      elements: []
    )
  }

  /// Everything recombination can make, with its chance: every choice written out.
  private static func everything(_ type: RearrangementType) throws -> [[UInt8]: Double] {
    let habits = toyHabits
    let set = try germline().alleles.filter { $0.locus == type.locus }
    func chance(_ allele: GermlineAllele) -> Double {
      let like = set.filter { $0.segment == allele.segment }
      return 1 / Double(Set(like.map(\.gene)).count * like.count { $0.gene == allele.gene })
    }
    func insertions(_ lengths: [Double]) -> [([UInt8], Double)] {
      lengths.enumerated().flatMap { length, share -> [([UInt8], Double)] in
        var all: [([UInt8], Double)] = [([], share)]
        for _ in 0..<length {
          all = all.flatMap { bases, weight in
            (0..<4).map { (bases + [UInt8($0)], weight * habits.bases[$0]) }
          }
        }
        return all
      }
    }
    var diversities: [([UInt8], Double)] = [([], 1)]
    if type == .ighVDJ {
      diversities = []
      for d in set where d.segment == .d {
        for (five, p5) in habits.diversityFiveTrim.enumerated() {
          for (three, p3) in habits.diversityThreeTrim.enumerated() {
            for (second, pn) in insertions(habits.secondAddition) {
              let left: [UInt8] = Array(d.sequence.codes.dropFirst(five).dropLast(three))
              diversities.append((left + second, chance(d) * p5 * p3 * pn))
            }
          }
        }
      }
    }
    var made: [[UInt8]: Double] = [:]
    for v in set where v.segment == .v {
      for (trim, pv) in habits.fiveTrim.enumerated() {
        for (first, pn) in insertions(habits.firstAddition) {
          for (middle, pd) in diversities {
            for j in set where j.segment == .j {
              for (cut, pj) in habits.threeTrim.enumerated() {
                let five: [UInt8] = Array(v.sequence.codes.dropLast(trim))
                let three: [UInt8] = Array(j.sequence.codes.dropFirst(cut))
                let bases = five + first + middle + three
                made[bases, default: 0] += chance(v) * pv * pn * pd * chance(j) * pj
              }
            }
          }
        }
      }
    }
    return made
  }

  @Test(
    "equals the sum over everything recombination can make",
    arguments: [
      RearrangementType.ighVDJ, .igkVJ,
    ]
  )
  func exact(_ type: RearrangementType) throws {
    let made = try Self.everything(type)
    #expect(abs(made.values.reduce(0, +) - 1) < 1e-9)
    let model = GenerationModel(try Self.germline(), Self.toy)
    let all = made.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    var checked = 0
    for place in stride(from: 0, to: all.count, by: max(1, all.count / 150)) {
      let (bases, chance) = all[place]
      // Molecules of which another one is a part show the signature in more than one way.
      let isPart = all.contains { other, _ in
        other.count > bases.count
          && (0...(other.count - bases.count)).contains {
            other[$0..<($0 + bases.count)].elementsEqual(bases)
          }
      }
      guard !isPart else { continue }
      let signature = Signature(bases: NucleotideSequence(codes: bases), ndn: 6..<8)
      let found = model.chance(of: signature, type: type)
      #expect(abs(found / chance - 1) < 1e-9, "\(found) for \(chance)")
      checked += 1
    }
    #expect(checked > 30)
  }

  @Test("allows for hypermutation in the elements of types that mutate")
  func hypermutation() throws {
    var parameters = Self.toy
    parameters.hypermutation = 0.3
    let bases = try #require(NucleotideSequence("GGCATTCAATGGTTAC"))
    var mutated = bases
    mutated.codes[1] = 0
    func chance(_ codes: NucleotideSequence, _ parameters: GenerationParameters) throws -> Double {
      GenerationModel(try Self.germline(), parameters)
        .chance(of: Signature(bases: codes, ndn: 7..<9), type: .igkVJ)
    }
    #expect(try chance(mutated, Self.toy) == 0)
    // A third of 0.3; other ways with more mutations add a little.
    let whole = try chance(bases, parameters)
    #expect(abs(try chance(mutated, parameters) / whole - 0.1) < 0.001)
    parameters.kappa.isMutated = false
    #expect(try chance(mutated, parameters) == 0)
    #expect(try chance(bases, parameters) == chance(bases, Self.toy))
  }

  @Test("agrees with GenAIRR: 60 signatures among 200,000 kappa molecules")
  func outside() throws {
    var parameters = GenerationParameters.clonetrackMMv1
    parameters.hypermutation = 0
    // GenAIRR draws alleles evenly, the model genes: here every allele is a gene of its own.
    let germline = try GermlineSet.default
    let alleles = germline.alleles.map { allele in
      var single = allele
      single.name = allele.name.replacing("*", with: "_") + "*01"
      return single
    }
    let set = GermlineSet(
      name: "single alleles",
      version: "1",
      sha256: "",
      alleles: alleles,
      elements: germline.elements
    )
    let model = GenerationModel(set, parameters)
    let folder = URL(filePath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
    let text = try String(
      contentsOfFile: folder + "/testdata/generation/kappa_signatures.tsv",
      encoding: .utf8
    )
    var (observed, expected) = (0.0, 0.0)
    for row in text.split(separator: "\n").dropFirst() {
      let fields = row.split(separator: "\t")
      let bases = try #require(NucleotideSequence(String(fields[0])))
      let total = try #require(Double(fields[2]))
      observed += try #require(Double(fields[1]))
      expected +=
        total * model.chance(of: Signature(bases: bases, ndn: 24..<26), type: .igkVJ)
    }
    #expect(observed > 1_000)
    #expect(abs(expected / observed - 1) < 0.1, "\(expected) of \(observed)")
  }

  @Test("agrees with molecules drawn from the model itself: short kappa junctions")
  func drawn() throws {
    let germline = try GermlineSet.default
    var parameters = GenerationParameters.clonetrackMMv1
    parameters.hypermutation = 0
    let model = GenerationModel(germline, parameters)
    var random = SeededGenerator(seed: 101)
    func draw(_ shares: [Double]) -> Int {
      var left = random.unit()
      return shares.firstIndex { share in
        left -= share
        return left < 0
      } ?? shares.count - 1
    }
    func allele(_ genes: [[GermlineAllele]]) -> [UInt8] {
      let gene = genes[random.below(genes.count)]
      return gene[random.below(gene.count)].sequence.codes
    }
    func genes(_ segment: Segment) -> [[GermlineAllele]] {
      let alleles = germline.alleles.filter { $0.locus == .kappa && $0.segment == segment }
      return Dictionary(grouping: alleles, by: \.gene).sorted { $0.key < $1.key }.map(\.value)
    }
    let (v, j) = (genes(.v), genes(.j))
    let habits = parameters.kappa
    var halves: [[[UInt8]: Int]] = [[:], [:]]
    let count = 150_000
    for half in 0..<2 {
      for _ in 0..<count {
        let five: [UInt8] = Array(allele(v).dropLast(draw(habits.fiveTrim)).suffix(60))
        let added = (0..<draw(habits.firstAddition)).map { _ in UInt8(draw(habits.bases)) }
        let cut = draw(habits.threeTrim)
        let three: [UInt8] = Array(allele(j).prefix(25).dropFirst(cut))
        halves[half][Array((five + added + three).suffix(50)), default: 0] += 1
      }
    }
    // The commonest of one half, counted in the other.
    let common = halves[0].sorted {
      $0.value == $1.value ? $0.key.lexicographicallyPrecedes($1.key) : $0.value > $1.value
    }.prefix(40)
    var (observed, expected) = (0.0, 0.0)
    for (bases, _) in common {
      let signature = Signature(bases: NucleotideSequence(codes: bases), ndn: 24..<26)
      let mean = Double(count) * model.chance(of: signature, type: .igkVJ)
      let found = Double(halves[1][bases] ?? 0)
      #expect((found - mean) * (found - mean) < 20 * mean, "\(found) of \(mean)")
      observed += found
      expected += mean
    }
    #expect(abs(observed / expected - 1) < 0.05, "\(observed) of \(expected)")
  }
}
