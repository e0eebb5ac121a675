import Alignments
import Germline
import Nucleotides
import Rearrangements
import SimulatedReads
import Testing

/// The D between V and J, against the model of the article "Annotation" written down once more, every
/// stretch of every diagonal of every allele in a loop of its own.
@Suite("Finding of D")
struct DiversityFinderTests {
  /// The model.
  private struct Model {
    let rate: Double
    let spared: Double

    init(errorRate: Double) {
      rate = min(0.3, 1.2 * errorRate + 0.04)
      spared = Self.exponential(1.0 / 8)
    }

    /// e to a power, by its series.
    static func exponential(_ value: Double) -> Double {
      var (sum, term) = (1.0, 1.0)
      for number in 1..<60 {
        term *= value / Double(number)
        sum += term
      }
      return sum
    }

    /// What a base weighs over a random one.
    func factor(_ read: UInt8, _ germline: UInt8) -> Double {
      if read == germline { return 4 * (1 - rate) * spared }
      let isTransition = read < 4 && (read ^ germline) == 2
      return (isTransition ? 4 * rate * 0.6 : 2 * rate * 0.4) * spared
    }

    /// The chance of trimming so much off an end.
    func trimming(_ count: Int, mean: Double) -> Double {
      Self.exponential(-Double(count) / mean) / mean
    }
  }

  /// One allele in one orientation.
  private struct Entry {
    var name: String
    var gene: String
    var bases: [UInt8]
    var isInverted: Bool
  }

  private static func entries(_ germline: GermlineSet) -> [Entry] {
    let alleles = germline.alleles.filter { $0.segment == .d }
    return [false, true].flatMap { isInverted in
      alleles.map {
        Entry(
          name: $0.name,
          gene: String($0.gene),
          bases: isInverted ? $0.sequence.reverseComplement.codes : $0.sequence.codes,
          isInverted: isInverted
        )
      }
    }
  }

  /// The weight of an entry on a region: the sum over all stretches of all diagonals that have a run.
  private static func weight(_ entry: Entry, _ region: ArraySlice<UInt8>, _ model: Model) -> Double
  {
    let (bases, read) = (entry.bases, Array(region))
    var total = 0.0
    for diagonal in -bases.count...read.count {
      let places = bases.indices.filter { read.indices.contains($0 + diagonal) }
      guard places.count >= 5 else { continue }
      let equal = places.map { bases[$0] == read[$0 + diagonal] }
      let hasRun = equal.indices.contains { start in
        start + 5 <= equal.count && equal[start..<(start + 5)].allSatisfy(\.self)
      }
      let hasFour = equal.indices.contains { start in
        start + 4 <= equal.count && equal[start..<(start + 4)].allSatisfy(\.self)
      }
      guard hasFour, hasRun || equal.count(where: \.self) >= 9 else { continue }
      for first in places {
        var product = model.trimming(first, mean: 5)
        for last in places where last >= first {
          product *= model.factor(read[last + diagonal], bases[last])
          total += product * model.trimming(bases.count - 1 - last, mean: 6)
        }
      }
    }
    return entry.isInverted ? 0.003 * total : total
  }

  @Test("weighs genes as the model says", arguments: 0..<12 as Range<UInt64>)
  func probabilities(seed: UInt64) throws {
    let germline = try GermlineSet.default
    let finder = DiversityFinder(DiversityTable(germline))
    let entries = Self.entries(germline)
    var bench = try AnnotatorBench(seed: seed)
    var named = 0
    for number in 0..<8 {
      let entry = entries[bench.random.below(entries.count)]
      let trims = (bench.random.below(6), bench.random.below(6))
      let left = bench.random.substituted(
        Array(entry.bases.dropFirst(trims.0).dropLast(trims.1)),
        rate: [0, 0.1][number % 2]
      )
      let ndn =
        bench.bases(bench.random.below(8)) + (number % 4 == 3 ? [] : left)
        + bench.bases(5 + bench.random.below(8))
      let read = bench.bases(30) + ndn + bench.bases(30)
      let errorRate = [0.01, 0.05, 0.15][number % 3]
      let range = 30..<(30 + ndn.count)
      let model = Model(errorRate: errorRate)
      var ofGene: [String: Double] = [:]
      for entry in entries {
        let weight = Self.weight(
          entry,
          read[(range.lowerBound - 3)..<(range.upperBound + 3)],
          model
        )
        ofGene[entry.gene] = max(ofGene[entry.gene] ?? 0, weight)
      }
      let all = ofGene.values.reduce(0, +)
      let found = finder.find(read, between: range, errorRate: errorRate)
      let heaviest = ofGene.max { $0.value < $1.value }
      guard let d = found.five else {
        #expect((heaviest?.value ?? 0) / (all + 3_000) < 0.33, "\(ofGene)")
        continue
      }
      // Either D of a fusion may be the likelier one.
      guard found.three == nil else { continue }
      named += 1
      let table = DiversityTable(germline)
      let genes = Set(d.entries.map { String(table.names[$0].prefix { $0 != "*" }) })
      let expected = genes.reduce(0) { $0 + (ofGene[$1] ?? 0) } / (all + 3_000)
      #expect(abs(d.confidence - expected) < 1e-9, "\(d.confidence), \(expected), \(genes)")
      #expect(d.confidence >= 0.33)
      let first = String(table.names[d.entries[0]].prefix { $0 != "*" })
      #expect(first == heaviest?.key)
    }
    #expect(named >= 3, "\(named) of 8")
  }

  @Test("names every whole D between N bases, in both orientations", arguments: [false, true])
  func whole(isInverted: Bool) throws {
    let germline = try GermlineSet.default
    let table = DiversityTable(germline)
    let finder = DiversityFinder(table)
    var bench = try AnnotatorBench(seed: 171)
    for entry in Self.entries(germline) where entry.isInverted == isInverted {
      guard entry.bases.count >= 16 else { continue }
      let read = bench.bases(40) + entry.bases + bench.bases(40)
      let ndn = 36..<(44 + entry.bases.count)
      let found = finder.find(read, between: ndn, errorRate: 0.01)
      let all = [found.five, found.three].compactMap(\.self)
      let own = try #require(
        all.first { d in d.entries.contains { table.names[$0] == entry.name } },
        "\(entry.name)"
      )
      #expect(own.isInverted == isInverted, "\(entry.name)")
      // N bases may equal the next ones by chance only where the D itself ends.
      #expect(own.range.lowerBound <= 44 && own.range.upperBound >= 36 + entry.bases.count)
      #expect(own.range.clamped(to: ndn) == own.range)
    }
  }

  @Test("its bases are those of the allele named, column by column")
  func columns() throws {
    let germline = try GermlineSet.default
    let table = DiversityTable(germline)
    let finder = DiversityFinder(table)
    let entries = Self.entries(germline)
    var bench = try AnnotatorBench(seed: 172)
    var found = 0
    for _ in 0..<400 {
      let entry = entries[bench.random.below(entries.count / 2)]
      let left = bench.random.substituted(
        Array(entry.bases.dropFirst(bench.random.below(4))),
        rate: 0.08
      )
      let read = bench.bases(30) + left + bench.bases(30)
      let ndn = 28..<(34 + left.count)
      let pair = finder.find(read, between: ndn, errorRate: 0.05)
      for d in [pair.five, pair.three].compactMap(\.self) {
        found += 1
        #expect(d.range.clamped(to: ndn) == d.range)
        for (number, index) in d.entries.enumerated() {
          let bases = entries[index].bases
          #expect(table.names[index] == entries[index].name)
          // The equal bases of the first entry are the score; the others have no fewer on some diagonal.
          let equal = (-d.range.count...bases.count).map { start in
            d.range.count { position in
              let place = start + position - d.range.lowerBound
              return bases.indices.contains(place) && bases[place] == read[position]
            }
          }
          if number == 0 {
            let own = equal[d.germlineStart + d.range.count]
            #expect(d.score == 2 * own - 3 * (d.range.count - own))
            #expect(d.germlineStart + d.range.count <= bases.count)
          } else {
            let own = (d.score + 3 * d.range.count) / 5
            #expect((equal.max() ?? 0) >= own, "\(table.names[index])")
          }
        }
      }
      if let (five, three) = pair.five.flatMap({ five in pair.three.map { (five, $0) } }) {
        #expect(five.range.upperBound <= three.range.lowerBound)
      }
    }
    #expect(found > 300, "\(found)")
  }

  @Test("finds both D of a fusion, of two genes", arguments: 0..<20 as Range<UInt64>)
  func fusions(seed: UInt64) throws {
    let germline = try GermlineSet.default
    let table = DiversityTable(germline)
    let finder = DiversityFinder(table)
    var bench = try AnnotatorBench(seed: seed)
    let (two, three) = (
      try #require(bench.alleles["IGHD2-15*01"]).sequence.codes,
      try #require(bench.alleles["IGHD3-10*01"]).sequence.codes
    )
    let read = bench.bases(30) + two + bench.bases(3) + three + bench.bases(30)
    let ndn = 28..<(35 + two.count + three.count)
    let found = finder.find(read, between: ndn, errorRate: 0.01)
    let (first, second) = (try #require(found.five), try #require(found.three))
    #expect(table.names[first.entries[0]] == "IGHD2-15*01")
    #expect(table.names[second.entries[0]] == "IGHD3-10*01")
    #expect(first.range.upperBound <= second.range.lowerBound)
    // One D twice is no fusion.
    let twice = bench.bases(30) + three + bench.bases(3) + three + bench.bases(30)
    let alone = finder.find(twice, between: 28..<(35 + 2 * three.count), errorRate: 0.01)
    #expect(alone.five != nil && alone.three == nil)
  }

  @Test("finds none in too few bases, unknown bases or nothing")
  func nothing() throws {
    let finder = DiversityFinder(DiversityTable(try GermlineSet.default))
    var bench = try AnnotatorBench(seed: 173)
    for count in 0..<5 {
      let found = finder.find(bench.bases(60), between: 30..<(30 + count), errorRate: 0.01)
      #expect(found.five == nil && found.three == nil)
    }
    let unknown = [UInt8](repeating: 4, count: 90)
    #expect(finder.find(unknown, between: 20..<70, errorRate: 0.1).five == nil)
    let none = DiversityFinder(
      DiversityTable(
        GermlineSet(name: "none", version: "0", sha256: "", alleles: [], elements: [])
      )
    )
    #expect(none.find(bench.bases(90), between: 20..<70, errorRate: 0.1).five == nil)
  }

  @Test("keeps inside a region longer than it can hold")
  func longRegions() throws {
    let germline = try GermlineSet.default
    let finder = DiversityFinder(DiversityTable(germline))
    var bench = try AnnotatorBench(seed: 174)
    let d = try #require(bench.alleles["IGHD3-10*01"]).sequence.codes
    for lead in [20, 60, 90] {
      let read = bench.bases(30 + lead) + d + bench.bases(200)
      let ndn = 30..<(read.count - 30)
      let found = finder.find(read, between: ndn, errorRate: 0.01)
      for part in [found.five, found.three].compactMap(\.self) {
        #expect(part.range.clamped(to: ndn) == part.range)
      }
      #expect(found.five != nil)
    }
  }
}
