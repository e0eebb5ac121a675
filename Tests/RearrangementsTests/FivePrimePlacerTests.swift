import Alignments
import Germline
import Nucleotides
import Rearrangements
import SimulatedReads
import Testing

@Suite("Placing of 5′ elements")
struct FivePrimePlacerTests {
  private static let types: [(RearrangementType, ElementClass)] = [
    (.ighVDJ, .heavyV), (.igkVJ, .kappaV), (.iglVJ, .lambdaV),
  ]

  /// The rows that score best over the compared part and behind it, each scored base by base.
  private static func bestRows(
    _ rows: [NaiveRow],
    _ read: [UInt8],
    origin: Int,
    over compared: Range<Int>,
    bound: Int
  ) -> [Int] {
    let scores = rows.map { row in
      5 * row.equal(read, compared, origin: origin)
        + row.extend(
          read,
          origin: origin,
          from: compared.upperBound,
          step: 1,
          bound: min(bound, compared.upperBound + 36),
          drop: 20
        ).score
    }
    let best = scores.max()
    return scores.indices.filter { scores[$0] == best }
  }

  @Test("lays an unmutated V at Cys104 and lists every row that ties", arguments: types)
  func wholeVariables(_ type: RearrangementType, _ elementClass: ElementClass) throws {
    var bench = try PlacingBench(seed: 121)
    let rows = bench.rows(of: elementClass)
    var tied = 0
    for number in 0..<150 {
      let kept = [300, 200, 120, 60, 30][number % 5]
      let made = try bench.reads.molecule(type, keptBeforeCysteine: kept)
      let read = made.sequence.codes
      let cysteine = try #require(made.junctionRange).lowerBound
      let placed = bench.placeFive(elementClass, on: Strand(read))
      let five = try #require(placed)
      #expect(five.origin == cysteine && five.start == 0 && five.shift == 0)
      #expect(five.end >= made.ndnRange.lowerBound)
      let compared = 0..<(cysteine + 3)
      let expected = Self.bestRows(
        rows,
        read,
        origin: cysteine,
        over: compared,
        bound: read.count
      )
      #expect(bench.scratch.fiveRows == expected, "\(made.vAllele ?? "")")
      #expect(five.row == expected[0])
      #expect(rows[five.row].equal(read, compared, origin: cysteine) == compared.count)
      // Every column from the read's start to the last base that is the V's.
      #expect(
        five.score == 2 * (five.end - five.start) - 5 * differences(rows[five.row], read, five)
      )
      if expected.count > 1 { tied += 1 }
    }
    #expect(tied > 20, "\(tied) of 150")
  }

  private func differences(_ row: NaiveRow, _ read: [UInt8], _ element: PlacedElement) -> Int {
    let range = element.start..<element.end
    return range.count - row.equal(read, range, origin: element.origin)
  }

  @Test("judges rows by what lies outside the primer", arguments: types)
  func primers(_ type: RearrangementType, _ elementClass: ElementClass) throws {
    var bench = try PlacingBench(seed: 122)
    let rows = bench.rows(of: elementClass)
    for number in 0..<120 {
      let made = try bench.reads.molecule(type, keptBeforeCysteine: 150)
      var read = made.sequence.codes
      let cysteine = try #require(made.junctionRange).lowerBound
      let hidden = 20 + number % 10
      // A primer of nobody.
      for place in 0..<hidden where place % 2 == 0 { read[place] = (read[place] + 2) % 4 }
      let strand = Strand(read, primers: (hidden, 20))
      let placed = bench.placeFive(elementClass, on: strand)
      let five = try #require(placed)
      #expect(five.origin == cysteine)
      #expect(five.start >= hidden && five.end <= read.count - 20)
      let expected = Self.bestRows(
        rows,
        read,
        origin: cysteine,
        over: hidden..<(cysteine + 3),
        bound: read.count - 20
      )
      #expect(bench.scratch.fiveRows == expected, "\(made.vAllele ?? "")")
    }
  }

  @Test("finds Cys104 behind insertions and deletions", arguments: types, [3, 6, 12, 18])
  func gaps(_ type: (RearrangementType, ElementClass), length: Int) throws {
    var bench = try PlacingBench(seed: 123)
    var (right, shifted, total) = (0, 0, 0)
    for number in 0..<60 {
      let made = try bench.reads.molecule(type.0)
      var read = made.sequence.codes
      let cysteine = try #require(made.junctionRange).lowerBound
      let at = 60 + bench.reads.random.below(max(1, cysteine - 130))
      let isInsertion = number % 2 == 0
      if isInsertion {
        read.insert(contentsOf: bench.reads.bases(length), at: at)
      } else {
        read.removeSubrange(at..<(at + length))
      }
      let moved = isInsertion ? length : -length
      total += 1
      guard let five = bench.placeFive(type.1, on: Strand(read)) else { continue }
      if five.origin == cysteine + moved { right += 1 }
      // Inserted bases count as plus.
      if five.shift == moved, five.start == 0 { shifted += 1 }
      #expect(five.start >= 0 && five.start <= five.end && five.end <= read.count)
      #expect(bench.scratch.fiveRows.contains(five.row))
    }
    #expect(right == total, "\(right) of \(total) at Cys104")
    // Measured: 30 to 38 of 60 heavy V with 12 or 18 bases more or less are followed to their first
    // base, 44 and more of all others.
    #expect(Double(shifted) >= 0.45 * Double(total), "\(shifted) of \(total) shifted")
  }

  @Test("lays the D of a DJ at its first base", arguments: [20, 40, 100, 200])
  func diversity(flank: Int) throws {
    var bench = try PlacingBench(seed: 124)
    let rows = bench.rows(of: .heavyD)
    for (number, row) in rows.enumerated() where row.before >= flank {
      let read = row.bases.suffix(row.bases.count - row.before + flank) + bench.reads.bases(60)
      let placed = bench.placeFive(.heavyD, on: Strand(Array(read)))
      let five = try #require(placed, "\(row.name)")
      #expect(five.start == 0, "\(row.name)")
      // D genes were copied with the genome around them: others may fit as well.
      let same = bench.scratch.fiveRows.contains(number)
      #expect(same && five.origin == flank, "\(row.name) at \(five.origin)")
    }
  }

  @Test("lays the intron, trimmed at its end", arguments: 0..<16)
  func intron(trimmed: Int) throws {
    var bench = try PlacingBench(seed: 125)
    let intron = try #require(bench.rows(of: .kappaIntron).first).bases
    let kept = intron.dropLast(trimmed).suffix(120)
    let last = try #require(kept.last)
    let next = trimmed > 0 ? (intron[intron.count - trimmed] + 1) % 4 : last
    let read = kept + [next] + bench.reads.bases(60)
    let placed = bench.placeFive(.kappaIntron, on: Strand(Array(read)))
    let five = try #require(placed)
    #expect(five.origin == kept.count + trimmed)
    #expect(five.start == 0 && five.end >= kept.count)
    #expect(bench.scratch.fiveRows == [0])
  }

  @Test("places nothing where too little is outside primers")
  func tooLittle() throws {
    var bench = try PlacingBench(seed: 126)
    for _ in 0..<50 {
      let made = try bench.reads.molecule(.ighVDJ, keptBeforeCysteine: 60)
      let read = made.sequence.codes
      let cysteine = try #require(made.junctionRange).lowerBound
      // The core, nine bases before Cys104, is under the primer or not.
      for (hidden, isPlaced) in [(cysteine - 10, true), (cysteine - 9, false), (cysteine, false)] {
        let strand = Strand(read, primers: (hidden, 0))
        let placed = bench.placeFive(.heavyV, on: strand)
        #expect((placed?.origin == cysteine) == isPlaced, "\(cysteine - hidden)")
      }
      let short = Strand(Array(read.prefix(cysteine - 10)))
      let tooShort = bench.placeFive(.heavyV, on: short)
      #expect(tooShort == nil)
    }
  }

  @Test("does not depend on what was placed before")
  func reuse() throws {
    var used = try PlacingBench(seed: 127)
    var fresh = try PlacingBench(seed: 127)
    for number in 0..<120 {
      let (type, elementClass) = Self.types[number % 3]
      var read = try used.reads.molecule(type, rate: 0.15).sequence.codes
      if number % 3 == 0 { read.removeSubrange(60..<66) }
      fresh.scratch = PlacingScratch()
      let strand = Strand(read, primers: (number % 20, 0))
      let first = used.placeFive(elementClass, on: strand)
      let second = fresh.placeFive(elementClass, on: strand)
      #expect(first == second)
      if first != nil { #expect(used.scratch.fiveRows == fresh.scratch.fiveRows) }
    }
  }
}
