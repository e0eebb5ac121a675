import Nucleotides
import Rearrangements
import SimulatedReads
import Testing

/// A strand on the rows of a class, against loops over the alleles' own bases.
@Suite("Placement")
struct PlacementTests {
  /// A read of random bases in which a row lies somewhere, a few bases substituted.
  private static func read(
    _ row: NaiveRow,
    _ random: inout SeededGenerator
  ) -> (bases: [UInt8], origin: Int) {
    let lead = (0..<(40 + random.below(30))).map { _ in UInt8(random.below(4)) }
    let first = random.below(row.bases.count / 2)
    let kept = random.substituted(Array(row.bases[first...]), rate: [0, 0.1, 0.3][random.below(3)])
    let behind = (0..<(30 + random.below(30))).map { _ in UInt8(random.below(4)) }
    var bases = lead + kept + behind
    if random.below(3) == 0 { bases[random.below(bases.count)] = 4 }
    return (bases, lead.count + row.before - first)
  }

  @Test("counts the equal bases of every row", arguments: ElementClass.allCases)
  func equal(_ elementClass: ElementClass) throws {
    var bench = try PlacingBench(seed: 111)
    let rows = bench.rows(of: elementClass)
    let matrix = bench.matrices[elementClass]
    var comparison = RowComparison()
    for _ in 0..<40 {
      let row = rows[bench.reads.random.below(rows.count)]
      let (read, origin) = Self.read(row, &bench.reads.random)
      let first = bench.reads.random.below(read.count)
      let part = first..<(first + 1 + bench.reads.random.below(read.count - first))
      let placement = Placement(matrix, on: Strand(read), at: origin)
      let touches = comparison.compare(placement, part)
      let expected = rows.map { $0.equal(read, part, origin: origin) }
      guard touches else {
        #expect(expected.allSatisfy { $0 == 0 }, "\(part) at \(origin)")
        continue
      }
      #expect(comparison.equal == expected, "\(row.name) \(part) at \(origin)")
      let most = expected.max() ?? 0
      #expect(comparison.bestRow == expected.firstIndex(of: most))
      #expect(comparison.bestRows == expected.indices.filter { expected[$0] == most })
    }
  }

  @Test("touches no part beside the rows")
  func beside() throws {
    let bench = try PlacingBench(seed: 112)
    let matrix = bench.matrices[.kappaJ]
    let placement = Placement(matrix, on: Strand([UInt8](repeating: 0, count: 400)), at: 200)
    var comparison = RowComparison()
    let first = 200 - matrix.origin
    for part in [0..<first, (first + matrix.width)..<400, 150..<150, 400..<500] {
      let touches = comparison.compare(placement, part)
      #expect(!touches, "\(part)")
    }
    for part in [0..<(first + 1), (first + matrix.width - 1)..<400] {
      let touches = comparison.compare(placement, part)
      #expect(touches, "\(part)")
    }
  }

  @Test(
    "extends a 5′ element to both sides of its core",
    arguments: ElementClass.allCases.filter(\.isFivePrime)
  )
  func fivePrime(_ elementClass: ElementClass) throws {
    var bench = try PlacingBench(seed: 113)
    let rows = bench.rows(of: elementClass)
    let core = [ElementClass.kappaIntron: -20, .heavyD: 0][elementClass] ?? -9
    for _ in 0..<200 {
      let number = bench.reads.random.below(rows.count)
      let (read, origin) = Self.read(rows[number], &bench.reads.random)
      let bounds = bench.reads.random.below(30)..<(read.count - bench.reads.random.below(30))
      let placement = Placement(bench.matrices[elementClass], on: Strand(read), at: origin)
      let found = placement.fivePrimeElement(row: number, within: bounds)
      let (first, row) = (origin + core, rows[number])
      let right = row.extend(
        read,
        origin: origin,
        from: first,
        step: 1,
        bound: bounds.upperBound,
        drop: 20
      )
      let left = row.extend(
        read,
        origin: origin,
        from: first - 1,
        step: -1,
        bound: bounds.lowerBound,
        drop: elementClass.isVariable ? 40 : 20
      )
      #expect(found.start == first - left.length && found.end == first + right.length)
      #expect(found.score == left.score + right.score)
      #expect(found.row == number && found.origin == origin && found.shift == 0)
    }
  }

  @Test(
    "extends a 3′ element from its core and from its end",
    arguments: ElementClass.allCases.filter { !$0.isFivePrime },
    [-2, -3, -5]
  )
  func threePrime(_ elementClass: ElementClass, mismatch: Int) throws {
    var bench = try PlacingBench(seed: 114)
    let rows = bench.rows(of: elementClass)
    for _ in 0..<100 {
      let number = bench.reads.random.below(rows.count)
      let (read, origin) = Self.read(rows[number], &bench.reads.random)
      let bounds = bench.reads.random.below(30)..<(read.count - bench.reads.random.below(30))
      // Its core is nine bases before its origin.
      let five = PlacedElement(
        elementClass: .heavyV,
        row: 0,
        origin: origin - bench.reads.random.below(30),
        start: 0,
        end: 0,
        score: 0,
        shift: 0
      )
      let placement = Placement(bench.matrices[elementClass], on: Strand(read), at: origin)
      let row = rows[number]
      let core = min(origin + (elementClass == .kappaDeleting ? 20 : 0), bounds.upperBound)
      func extend(_ first: Int, _ step: Int, _ bound: Int) -> (length: Int, score: Int) {
        row.extend(
          read,
          origin: origin,
          from: first,
          step: step,
          bound: bound,
          drop: 20,
          mismatch: mismatch
        )
      }
      let around = placement.threePrimeElement(
        row: number,
        within: bounds,
        behind: five,
        mismatch: mismatch
      )
      let right = extend(core, 1, bounds.upperBound)
      let left = extend(core - 1, -1, max(bounds.lowerBound, five.origin - 9))
      #expect(around.start == core - left.length && around.end == core + right.length)
      #expect(around.score == left.score + right.score)
      let end = min(bounds.upperBound, origin - row.before + row.bases.count)
      let back = extend(end - 1, -1, max(bounds.lowerBound, origin + 3))
      let fromEnd = placement.threePrimeElementFromEnd(
        row: number,
        within: bounds,
        mismatch: mismatch
      )
      #expect(fromEnd.start == end - back.length && fromEnd.end == end)
      #expect(fromEnd.score == back.score)
    }
  }

  @Test("cuts a row where most bases are equal", arguments: 0..<4 as Range<UInt64>)
  func borders(seed: UInt64) throws {
    var bench = try PlacingBench(seed: seed)
    let rows = bench.rows(of: .heavyV)
    for _ in 0..<150 {
      let number = bench.reads.random.below(rows.count)
      let row = rows[number]
      let (length, at) = (1 + bench.reads.random.below(18), 30 + bench.reads.random.below(200))
      let isInsertion = bench.reads.random.below(2) == 0
      var read = bench.reads.random.substituted(row.bases, rate: 0.1)
      if isInsertion {
        read.insert(contentsOf: bench.reads.bases(length), at: at)
      } else {
        read.removeSubrange(at..<(at + length))
      }
      let shift = isInsertion ? length : -length
      let origin = row.before + shift
      let part = bench.reads.random.below(20)..<(origin + 3)
      let placement = Placement(bench.matrices[.heavyV], on: Strand(read), at: origin)
      // Every cut: equal bases left of it on the shifted diagonal, right of it on the plain one.
      let cuts = (part.lowerBound...part.upperBound).map { cut in
        row.equal(read, part.lowerBound..<cut, origin: origin - shift)
          + row.equal(read, cut..<part.upperBound, origin: origin)
      }
      let most = cuts.max() ?? 0
      let found = placement.bestBorder(row: number, shift: shift, over: part, atLeast: 1)
      let first = cuts.firstIndex(of: most) ?? 0
      #expect(found?.equal ?? cuts[0] == most)
      #expect(found?.border ?? part.lowerBound == part.lowerBound + first)
      let tooMuch = placement.bestBorder(
        row: number,
        shift: shift,
        over: part,
        atLeast: most + 1
      )
      #expect(tooMuch == nil)
    }
  }

  @Test("takes from rows what the primer says, at both ends", arguments: [StrandEnd.five, .three])
  func penalties(_ end: StrandEnd) throws {
    var bench = try PlacingBench(seed: 115)
    let elementClass: ElementClass = end == .five ? .heavyV : .heavyJ
    let rows = bench.rows(of: elementClass)
    var (penalised, silent) = (0, 0)
    for _ in 0..<200 {
      let template = rows[bench.reads.random.below(rows.count)]
      var primer = end == .five ? Array(template.bases[80..<102]) : template.bases.suffix(22)
      for _ in 0..<bench.reads.random.below(4) {
        let place = bench.reads.random.below(22)
        primer[place] = (primer[place] + 1) % 4
      }
      let (read, origin, strand): ([UInt8], Int, Strand)
      if end == .five {
        read = primer + bench.reads.bases(150)
        (origin, strand) = (template.before - 80, Strand(read, primers: (22, 0)))
      } else {
        read = bench.reads.bases(40) + primer
        origin = read.count - template.bases.count + template.before
        strand = Strand(read, primers: (0, 22))
      }
      let placement = Placement(bench.matrices[elementClass], on: strand, at: origin)
      let under = end == .five ? 0..<22 : 40..<62
      let differences = rows.map { row -> (compared: Int, different: Int) in
        let compared = under.count { row.base(at: $0, origin: origin) != nil }
        return (compared, compared - row.equal(read, under, origin: origin))
      }
      let counted = differences.map { $0.compared < 12 ? 2 : $0.different }
      let expected =
        counted.contains { $0 <= 1 } ? counted.map { min(6, 2 * max(0, $0 - 1)) } : []
      let found = placement.primerPenalties(ofRows: rows.indices, at: end)
      #expect(found == expected, "\(template.name)")
      if found.isEmpty { silent += 1 } else { penalised += 1 }
      for row in rows.indices {
        let (compared, different) = differences[row]
        let isPrimed = compared >= 12 && 4 * different <= compared
        #expect(placement.isPrimed(row: row, at: end) == isPrimed, "\(rows[row].name)")
      }
    }
    #expect(penalised > 50 && silent > 20, "\(penalised), \(silent)")
  }

  @Test("hears no primer that is too short", arguments: 0..<12)
  func shortPrimers(_ length: Int) throws {
    let bench = try PlacingBench(seed: 116)
    let row = try #require(bench.rows(of: .heavyV).first)
    let strand = Strand(Array(row.bases[80...]), primers: (length, 0))
    let placement = Placement(bench.matrices[.heavyV], on: strand, at: row.before - 80)
    #expect(placement.primerPenalties(ofRows: 0..<5, at: .five).isEmpty)
    #expect(!placement.isPrimed(row: 0, at: .five))
    #expect(placement.primerPenalties(ofRows: 0..<5, at: .three).isEmpty)
  }
}
