import Germline
import Nucleotides
import Rearrangements
import SimulatedReads
import Testing

@Suite("Placing of 3′ elements")
struct ThreePrimePlacerTests {
  private static let joinings: [(RearrangementType, ElementClass, ElementClass)] = [
    (.ighVDJ, .heavyV, .heavyJ), (.igkVJ, .kappaV, .kappaJ), (.iglVJ, .lambdaV, .lambdaJ),
    (.ighDJ, .heavyD, .heavyJ),
  ]

  /// A 5′ element without differences that ends where it has its origin.
  private static func five(_ elementClass: ElementClass, origin: Int) -> PlacedElement {
    PlacedElement(
      elementClass: elementClass,
      row: 0,
      origin: origin,
      start: 0,
      end: origin,
      score: 2 * origin,
      shift: 0
    )
  }

  /// A read of random bases up to a J that begins with so many bases before Trp/Phe118.
  private static func read(
    _ row: NaiveRow,
    lead: Int,
    head: Int,
    _ bench: inout PlacingBench
  ) -> (bases: [UInt8], codon: Int) {
    let kept = row.bases.dropFirst(max(0, row.before - head))
    // Bases before the J may equal some row's by chance; unknown ones never do.
    let unknown = [UInt8](repeating: 4, count: 12)
    let bases = bench.reads.bases(lead - 12) + unknown + kept
    return (bases, lead + min(head, row.before))
  }

  @Test("lays every J at Trp/Phe118, whatever is trimmed", arguments: joinings, [20, 6, 3, 0])
  func everyJoining(
    _ classes: (RearrangementType, ElementClass, ElementClass),
    head: Int
  ) throws {
    var bench = try PlacingBench(seed: 131)
    let rows = bench.rows(of: classes.2)
    for (number, row) in rows.enumerated() {
      for _ in 0..<4 {
        let lead = 60 + bench.reads.random.below(60)
        let (read, codon) = Self.read(row, lead: lead, head: head, &bench)
        let five = Self.five(classes.1, origin: 40)
        let placed = bench.placeThree(classes.2, behind: five, on: Strand(read))
        let three = try #require(placed, "\(row.name)")
        #expect(three.origin == codon, "\(row.name)")
        #expect(three.start <= lead && three.end == read.count && three.shift == 0)
        let ties = rows.indices.filter { other in
          rows[other].equal(read, lead..<read.count, origin: codon) == read.count - lead
        }
        #expect(bench.scratch.threeRows == ties && ties.contains(number), "\(row.name)")
        #expect(three.row == bench.scratch.threeRows.first)
      }
    }
  }

  @Test("lists every J that ties", arguments: joinings)
  func ties(_ classes: (RearrangementType, ElementClass, ElementClass)) throws {
    var bench = try PlacingBench(seed: 132)
    let rows = bench.rows(of: classes.2)
    for row in rows {
      // All alleles with the same bases from Trp/Phe118 on, before which nothing is left.
      let kept = Array(row.bases.dropFirst(row.before))
      let lead = bench.reads.bases(80)
      let read = lead + kept
      let scores = rows.map { other -> Int in
        let right = other.extend(
          read,
          origin: 80,
          from: 80,
          step: 1,
          bound: read.count,
          drop: 20,
          mismatch: -5
        )
        let left = other.extend(
          read,
          origin: 80,
          from: 79,
          step: -1,
          bound: 0,
          drop: 20,
          mismatch: -5
        )
        return right.score + left.score
      }
      let five = Self.five(classes.1, origin: 40)
      let placed = bench.placeThree(classes.2, behind: five, on: Strand(read))
      #expect(placed?.origin == 80)
      let best = scores.max()
      let expected = scores.indices.filter { scores[$0] == best }
      #expect(bench.scratch.threeRows == expected, "\(row.name)")
    }
  }

  @Test("stays between primers", arguments: joinings)
  func primers(_ classes: (RearrangementType, ElementClass, ElementClass)) throws {
    var bench = try PlacingBench(seed: 133)
    let rows = bench.rows(of: classes.2)
    for row in rows {
      for hidden in [15, 20, 25] {
        let (read, codon) = Self.read(row, lead: 80, head: 10, &bench)
        let strand = Strand(read, primers: (10, hidden))
        let five = Self.five(classes.1, origin: 40)
        let placed = bench.placeThree(classes.2, behind: five, on: strand)
        let three = try #require(placed, "\(row.name)")
        #expect(three.origin == codon, "\(row.name)")
        #expect(three.start >= 10 && three.end <= read.count - hidden)
      }
    }
  }

  @Test("takes the first of two whole J", arguments: joinings)
  func twoJoinings(_ classes: (RearrangementType, ElementClass, ElementClass)) throws {
    var bench = try PlacingBench(seed: 134)
    let rows = bench.rows(of: classes.2)
    for _ in 0..<30 {
      let first = rows[bench.reads.random.below(rows.count)]
      let second = rows[bench.reads.random.below(rows.count)]
      let (front, codon) = Self.read(first, lead: 80, head: 10, &bench)
      let read = front + bench.reads.bases(5) + second.bases
      let five = Self.five(classes.1, origin: 40)
      let placed = bench.placeThree(classes.2, behind: five, on: Strand(read))
      #expect(placed?.origin == codon, "\(first.name), \(second.name)")
    }
  }

  @Test("finds nothing where there is no J", arguments: joinings)
  func nothing(_ classes: (RearrangementType, ElementClass, ElementClass)) throws {
    var bench = try PlacingBench(seed: 135)
    let rows = bench.rows(of: classes.2)
    for number in 0..<60 {
      let five = Self.five(classes.1, origin: 40)
      let random = Strand(bench.reads.bases(50 + 5 * number))
      let inRandomBases = bench.placeThree(classes.2, behind: five, on: random)
      #expect(inRandomBases == nil)
      // A J that ends before the 5′ element's origin is not behind it.
      let before = rows[number % rows.count].bases + bench.reads.bases(80)
      let late = Self.five(classes.1, origin: 80)
      let beforeFive = bench.placeThree(classes.2, behind: late, on: Strand(before))
      #expect(beforeFive == nil)
      // Nor is one 300 nt away.
      let (far, _) = Self.read(rows[number % rows.count], lead: 330, head: 5, &bench)
      let early = Self.five(classes.1, origin: 20)
      let tooFarBehind = bench.placeThree(classes.2, behind: early, on: Strand(far))
      #expect(tooFarBehind == nil)
    }
    let first = Self.five(classes.1, origin: 0)
    let none = bench.placeThree(classes.2, behind: first, on: Strand([]))
    #expect(none == nil)
  }

  @Test(
    "sets the origin where the codon is, beside a slip in the G run",
    arguments: joinings,
    [-1, 1]
  )
  func slips(
    _ classes: (RearrangementType, ElementClass, ElementClass),
    slip: Int
  ) throws {
    var bench = try PlacingBench(seed: 136)
    for row in bench.rows(of: classes.2) {
      // In TTTT the codon may be the first three or the last three.
      let first = row.bases[row.before]
      guard row.bases[(row.before - 1)...row.before + 2].contains(where: { $0 != first }) else {
        continue
      }
      var (read, codon) = Self.read(row, lead: 80, head: row.before, &bench)
      // Behind the codon Gly begins with GG.
      if slip > 0 { read.insert(2, at: codon + 3) } else { read.remove(at: codon + 3) }
      let five = Self.five(classes.1, origin: 40)
      let placed = bench.placeThree(classes.2, behind: five, on: Strand(read))
      let three = try #require(placed, "\(row.name)")
      #expect(three.origin == codon, "\(row.name)")
      // Bases behind the codon that only the read has count as plus.
      #expect(three.shift == -slip || three.shift == 0, "\(row.name): \(three.shift)")
    }
  }

  @Test("extends back from the far end where the codon is lost", arguments: joinings)
  func farEnd(_ classes: (RearrangementType, ElementClass, ElementClass)) throws {
    var bench = try PlacingBench(seed: 137)
    for row in bench.rows(of: classes.2) {
      // All different up to 10 nt behind the codon's first base.
      let kept = row.bases.dropFirst(row.before + 10)
      let lost = row.bases.dropFirst(row.before).prefix(10).map { ($0 + 2) % 4 }
      let unknown = [UInt8](repeating: 4, count: 12)
      let read = bench.reads.bases(68) + unknown + lost + kept
      let five = Self.five(classes.1, origin: 40)
      let placed = bench.placeThree(classes.2, behind: five, on: Strand(read))
      let three = try #require(placed, "\(row.name)")
      #expect(three.origin == 80, "\(row.name)")
      #expect(three.start >= 83 && three.start <= 90 && three.end == read.count)
    }
  }

  @Test("lays the Kde at its first base, whatever is trimmed", arguments: 0..<18)
  func kappaDeleting(trimmed: Int) throws {
    var bench = try PlacingBench(seed: 138)
    let kde = try #require(bench.rows(of: .kappaDeleting).first).bases
    for elementClass in [ElementClass.kappaV, .kappaIntron] {
      let lead = bench.reads.bases(90)
      let read = lead + kde.dropFirst(trimmed).prefix(120)
      let five = Self.five(elementClass, origin: 70)
      let placed = bench.placeThree(.kappaDeleting, behind: five, on: Strand(read))
      let three = try #require(placed)
      #expect(three.origin == 90 - trimmed)
      #expect(three.start <= 90 && three.start >= 90 - trimmed)
      #expect(three.end == read.count)
      #expect(bench.scratch.threeRows == [0])
    }
  }

  @Test(
    "finds a hypermutated J, seldom elsewhere than it is",
    arguments: [(0.05, 0.99), (0.15, 0.93)]
  )
  func hypermutated(rate: Double, floor: Double) throws {
    var bench = try PlacingBench(seed: 139)
    let rows = bench.rows(of: .heavyJ)
    var right = 0
    for number in 0..<400 {
      let row = rows[number % rows.count]
      let (read, codon) = Self.read(row, lead: 80, head: 8, &bench)
      let mutated = bench.reads.random.substituted(read, rate: rate)
      let five = Self.five(.heavyV, origin: 40)
      let placed = bench.placeThree(.heavyJ, behind: five, on: Strand(mutated))
      if placed?.origin == codon { right += 1 }
    }
    #expect(Double(right) >= floor * 400, "\(right) of 400")
  }
}
