import Germline
import Nucleotides
import Rearrangements
import SimulatedReads
import Testing

/// What the article "Annotation" asks of two elements, at the edges.
@Suite("Evidence")
struct EvidenceJudgeTests {
  private static func element(
    _ elementClass: ElementClass,
    origin: Int,
    _ range: Range<Int>,
    score: Int
  ) -> PlacedElement {
    PlacedElement(
      elementClass: elementClass,
      row: 0,
      origin: origin,
      start: range.lowerBound,
      end: range.upperBound,
      score: score,
      shift: 0
    )
  }

  @Test(
    "needs a score of both and of each",
    arguments: [
      (28, 22, true), (28, 21, false), (27, 30, false), (42, 8, true), (42, 7, false),
      (200, 8, true), (200, 7, false), (27, 200, false),
    ]
  )
  func scores(_ five: Int, _ three: Int, _ isEnough: Bool) throws {
    let bench = try PlacingBench(seed: 141)
    // Nothing of the V is under a primer.
    let strand = Strand([UInt8](repeating: 4, count: 200))
    let v = Self.element(.heavyV, origin: 100, 60..<100, score: five)
    for partner in [ElementClass.heavyJ, .kappaDeleting] {
      let other = Self.element(partner, origin: 150, 145..<180, score: three)
      #expect(bench.judge.isBeyondChance(v, other, on: strand) == isEnough, "\(partner)")
    }
  }

  @Test(
    "needs a sure V where a J is found behind its codon alone",
    arguments: [(80, true), (79, false)]
  )
  func farJoining(_ five: Int, _ isEnough: Bool) throws {
    let bench = try PlacingBench(seed: 142)
    let strand = Strand([UInt8](repeating: 4, count: 200))
    let v = Self.element(.heavyV, origin: 100, 60..<100, score: five)
    let far = Self.element(.heavyJ, origin: 150, 153..<180, score: 40)
    let near = Self.element(.heavyJ, origin: 150, 152..<180, score: 40)
    #expect(bench.judge.isBeyondChance(v, far, on: strand) == isEnough)
    #expect(bench.judge.isBeyondChance(v, near, on: strand))
    // A Kde has no codon.
    let kde = Self.element(.kappaDeleting, origin: 150, 153..<180, score: 40)
    #expect(bench.judge.isBeyondChance(v, kde, on: strand))
  }

  @Test(
    "needs less behind a primer that lies where the V has it",
    arguments: [
      (12, 24, 0, true), (11, 30, 0, false), (12, 23, 0, false), (27, 9, 0, true),
      (27, 8, 0, false), (12, 24, 2, true), (26, 24, 2, true), (27, 22, 4, false),
    ]
  )
  func behindPrimer(_ five: Int, _ three: Int, _ different: Int, _ isEnough: Bool) throws {
    let bench = try PlacingBench(seed: 143)
    let row = try #require(bench.rows(of: .heavyV).first)
    // 12 bases under the primer; each difference there costs five, and 20 are needed.
    var read = Array(row.bases[(row.before - 22)..<(row.before + 3)])
    for place in 0..<different { read[3 * place] = (read[3 * place] + 1) % 4 }
    read += [UInt8](repeating: 4, count: 60)
    let strand = Strand(read, primers: (12, 0))
    let (left, right) = (
      row.extend(read, origin: 22, from: 12, step: -1, bound: 0, drop: 40),
      row.extend(read, origin: 22, from: 13, step: 1, bound: read.count, drop: 20)
    )
    let v = Self.element(.heavyV, origin: 22, 12..<25, score: five)
    let under = left.score + right.score - five
    let j = Self.element(.heavyJ, origin: 50, 45..<80, score: three)
    #expect(bench.judge.isBeyondChance(v, j, on: strand) == (isEnough && under >= 20), "\(under)")
    if different == 0 { #expect(under >= 20) }
  }

  @Test(
    "needs 15 germline bases before a D, one in five of them different",
    arguments: [14, 15, 20, 40]
  )
  func flank(length: Int) throws {
    let bench = try PlacingBench(seed: 144)
    let row = try #require(bench.rows(of: .heavyD).first { $0.before >= 60 })
    let number = try #require(bench.matrices[.heavyD].names.firstIndex(of: row.name))
    let flank = Array(row.bases[(row.before - length)..<row.before])
    let rest = Array(row.bases[row.before...])
    for different in 0...(length / 5 + 1) {
      var read = flank
      for place in 0..<different { read[place] = (read[place] + 1) % 4 }
      let strand = Strand(read + rest + [UInt8](repeating: 4, count: 60))
      var d = Self.element(.heavyD, origin: length, 0..<(length + 10), score: 100)
      d.row = number
      let j = Self.element(.heavyJ, origin: length + 40, (length + 40)..<(length + 60), score: 40)
      let isEnough = length >= 15 && 5 * different <= length
      #expect(bench.judge.isBeyondChance(d, j, on: strand) == isEnough, "\(different) of \(length)")
    }
  }

  /// A V primer of 20 nt, so many bases of the V behind it up to the codon of Cys104, N bases, and a J
  /// with its last 20 bases under a primer.
  private struct Primed {
    var read: [UInt8]
    var five: PlacedElement
    var three: PlacedElement
    var primerFree: Range<Int>
    /// The offsets of V and J that are compared.
    var compared: [Int]
  }

  private static func primed(
    _ elementClass: ElementClass,
    _ bench: borrowing PlacingBench,
    length: Int
  ) throws -> Primed {
    let joining: ElementClass = elementClass == .heavyV ? .heavyJ : .kappaJ
    let v = try #require(bench.rows(of: elementClass).first)
    let j = try #require(bench.rows(of: joining).first)
    let first = v.before + 3 - length - 20
    let front = Array(v.bases[first..<(v.before + 3)])
    let between = [UInt8](repeating: 4, count: 12)
    let back = Array(j.bases[j.before...])
    let read = front + between + back
    let codon = front.count + between.count
    let primerFree = 20..<(read.count - 20)
    return Primed(
      read: read,
      five: element(elementClass, origin: front.count - 3, 20..<front.count, score: 2 * length),
      three: element(joining, origin: codon, codon..<primerFree.upperBound, score: 2),
      primerFree: primerFree,
      compared: Array(20..<front.count) + Array(codon..<primerFree.upperBound)
    )
  }

  @Test(
    "counts equal and different bases between primers that lie in their places",
    arguments: [(ElementClass.heavyV, 13), (.kappaV, 14)]
  )
  func betweenPrimers(_ elementClass: ElementClass, _ needed: Int) throws {
    var bench = try PlacingBench(seed: 145)
    let made = try Self.primed(elementClass, bench, length: 30)
    for different in 0...made.compared.count {
      for _ in 0..<4 {
        var read = made.read
        var places = made.compared
        places.shuffle(using: &bench.reads.random)
        for place in places.prefix(different) { read[place] = (read[place] + 2) % 4 }
        let strand = Strand(bases: read, revComp: false, primerFree: made.primerFree)
        var rows: [Int] = []
        let pair = bench.judge.primedPair(made.five, made.three, on: strand, rows: &rows)
        // Another allele may have the base that was substituted; this one bounds it from below.
        func excess(_ range: Range<Int>) -> Int {
          range.count - 2 * range.count { read[$0] != made.read[$0] }
        }
        let (five, three) = (
          excess(20..<(made.five.origin + 3)),
          excess(made.three.origin..<made.primerFree.upperBound)
        )
        if five + three >= needed, min(five, three) >= -3 {
          let found = try #require(pair, "\(five) and \(three)")
          #expect(found.five.start == 20 && found.three.end == made.primerFree.upperBound)
          #expect(!rows.isEmpty && rows.contains(found.five.row))
          #expect(found.five.score >= 1 && found.three.score >= 1)
        }
        if three < -3 || five + three < needed - 12 { #expect(pair == nil, "\(five), \(three)") }
      }
    }
  }

  @Test("needs both primers in their places and eight bases behind the first")
  func primersInPlace() throws {
    let bench = try PlacingBench(seed: 146)
    let made = try Self.primed(.heavyV, bench, length: 30)
    func pair(_ read: [UInt8], _ primerFree: Range<Int>) -> Bool {
      var rows: [Int] = []
      let strand = Strand(bases: read, revComp: false, primerFree: primerFree)
      return bench.judge.primedPair(made.five, made.three, on: strand, rows: &rows) != nil
    }
    #expect(pair(made.read, made.primerFree))
    // A third of the bases under a primer are another's.
    for ends in [0..<20, made.primerFree.upperBound..<made.read.count] {
      var read = made.read
      for place in ends where place % 3 == 0 { read[place] = (read[place] + 1) % 4 }
      #expect(!pair(read, made.primerFree))
    }
    // Primers that nobody declared.
    #expect(!pair(made.read, 0..<made.primerFree.upperBound))
    #expect(!pair(made.read, 20..<made.read.count))
    let short = try Self.primed(.heavyV, bench, length: 8)
    let tooShort = try Self.primed(.heavyV, bench, length: 7)
    for (made, isEnough) in [(short, true), (tooShort, false)] {
      var rows: [Int] = []
      let strand = Strand(bases: made.read, revComp: false, primerFree: made.primerFree)
      let pair = bench.judge.primedPair(made.five, made.three, on: strand, rows: &rows)
      #expect((pair != nil) == isEnough)
    }
  }

  @Test("lists all V rows that the primer and the bases behind it fit equally well")
  func primedRows() throws {
    let bench = try PlacingBench(seed: 147)
    let made = try Self.primed(.heavyV, bench, length: 20)
    var rows: [Int] = []
    let strand = Strand(bases: made.read, revComp: false, primerFree: made.primerFree)
    _ = bench.judge.primedPair(made.five, made.three, on: strand, rows: &rows)
    let origin = made.five.origin
    let expected = bench.rows(of: .heavyV).enumerated().filter { _, row in
      let under = (0..<20).count { row.base(at: $0, origin: origin) != nil }
      let different = under - row.equal(made.read, 0..<20, origin: origin)
      return row.equal(made.read, 20..<(origin + 3), origin: origin) == origin + 3 - 20
        && under >= 12 && 4 * different <= under
    }
    #expect(rows == expected.map(\.offset))
    #expect(rows.count > 1)
  }

  @Test(
    "gives bases that both elements claim to the side that has more of them",
    arguments: 0..<10 as Range<UInt64>
  )
  func borders(seed: UInt64) throws {
    var bench = try PlacingBench(seed: seed)
    let (fives, threes) = (bench.rows(of: .heavyV), bench.rows(of: .heavyJ))
    for _ in 0..<40 {
      let read = bench.reads.bases(120)
      var five = Self.element(
        .heavyV,
        origin: 60,
        20..<(60 + bench.reads.random.below(14)),
        score: 50
      )
      five.row = bench.reads.random.below(fives.count)
      let start = 50 + bench.reads.random.below(20)
      var three = Self.element(
        .heavyJ,
        origin: 65 + bench.reads.random.below(10),
        start..<110,
        score: 50
      )
      three.row = bench.reads.random.below(threes.count)
      var found = LocatedRearrangement(type: .ighVDJ, revComp: false, five: five, three: three)
      found.separateElements(on: Strand(read), bench.matrices)
      guard five.end > three.start else {
        #expect(found.five == five && found.three == three)
        continue
      }
      let shared = three.start..<five.end
      let totals = (shared.lowerBound...shared.upperBound).map { border in
        fives[five.row].equal(read, shared.lowerBound..<border, origin: five.origin)
          + threes[three.row].equal(read, border..<shared.upperBound, origin: three.origin)
      }
      let border = shared.lowerBound + (totals.lastIndex(of: totals.max() ?? 0) ?? 0)
      #expect(found.five.end == border && found.three.start == border)
      #expect(found.five.start == five.start && found.three.end == three.end)
    }
  }
}
