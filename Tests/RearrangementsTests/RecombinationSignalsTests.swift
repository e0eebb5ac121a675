import Alignments
import Germline
import Nucleotides
import Rearrangements
import SimulatedReads
import Testing

@Suite("Recombination signals")
struct RecombinationSignalsTests {
  private static let heptamer: [UInt8] = [1, 0, 1, 0, 2, 3, 2]  // CACAGTG
  private static let nonamer: [UInt8] = [0, 1, 0, 0, 0, 0, 0, 1, 1]  // ACAAAAACC

  private static func changed(_ motif: [UInt8], _ count: Int) -> [UInt8] {
    motif.enumerated().map { $0.offset < count ? ($0.element + 1) % 4 : $0.element }
  }

  private static let variables: [(ElementClass, Int)] = [
    (.heavyV, 23), (.kappaV, 12), (.lambdaV, 23),
  ]

  /// A whole V with a signal behind it, so many bases off its end.
  private static func read(
    _ row: NaiveRow,
    distance: Int = 0,
    spacer: Int,
    differences: (heptamer: Int, nonamer: Int) = (0, 0)
  ) -> [UInt8] {
    // Bases that belong to no signal: T alone, of which neither motif has two in a row.
    let gap = [UInt8](repeating: 3, count: max(0, distance))
    return row.bases.dropLast(max(0, -distance)) + gap + changed(heptamer, differences.heptamer)
      + [UInt8](repeating: 3, count: spacer) + changed(nonamer, differences.nonamer)
      + [UInt8](repeating: 3, count: 20)
  }

  private static func placed(
    _ elementClass: ElementClass,
    _ row: Int,
    origin: Int,
    in read: [UInt8]
  ) -> PlacedElement {
    PlacedElement(
      elementClass: elementClass,
      row: row,
      origin: origin,
      start: 0,
      end: origin,
      score: 100,
      shift: 0
    )
  }

  @Test("behind a V are found up to 3 nt around its end", arguments: variables)
  func distances(_ elementClass: ElementClass, _ spacer: Int) throws {
    let bench = try PlacingBench(seed: 151)
    let signals = RecombinationSignals(bench.matrices)
    for (number, row) in bench.rows(of: elementClass).enumerated() {
      for distance in -5...5 {
        let read = Self.read(row, distance: distance, spacer: spacer)
        let v = Self.placed(elementClass, number, origin: row.before, in: read)
        for isLone in [false, true] {
          #expect(
            signals.hasSignal(behind: v, on: Strand(read), isLone: isLone) == (abs(distance) <= 3),
            "\(row.name), \(distance)"
          )
        }
      }
    }
  }

  @Test(
    "may differ in one base of the heptamer and three of the nonamer",
    arguments: variables,
    [(0, 0), (1, 1), (1, 2), (1, 3), (0, 4), (2, 0), (7, 9)]
  )
  func differences(_ variable: (ElementClass, Int), _ differences: (Int, Int)) throws {
    let bench = try PlacingBench(seed: 152)
    let signals = RecombinationSignals(bench.matrices)
    let row = try #require(bench.rows(of: variable.0).first)
    let read = Self.read(row, spacer: variable.1, differences: differences)
    let v = Self.placed(variable.0, 0, origin: row.before, in: read)
    let (heptamer, nonamer) = differences
    #expect(
      signals.hasSignal(behind: v, on: Strand(read), isLone: true)
        == (heptamer <= 1 && nonamer <= 3)
    )
    // With a J on the read, N bases must not pass for a signal.
    #expect(
      signals.hasSignal(behind: v, on: Strand(read), isLone: false)
        == (heptamer <= 1 && nonamer <= 1)
    )
  }

  @Test("have a spacer of their locus", arguments: variables, 10...25)
  func spacers(_ variable: (ElementClass, Int), spacer: Int) throws {
    let bench = try PlacingBench(seed: 153)
    let signals = RecombinationSignals(bench.matrices)
    let row = try #require(bench.rows(of: variable.0).first)
    let read = Self.read(row, spacer: spacer)
    let v = Self.placed(variable.0, 0, origin: row.before, in: read)
    #expect(
      signals.hasSignal(behind: v, on: Strand(read), isLone: false) == (spacer == variable.1)
    )
  }

  @Test(
    "are told by the heptamer where a lone V's read ends before the nonamer",
    arguments: variables
  )
  func ends(_ elementClass: ElementClass, _ spacer: Int) throws {
    let bench = try PlacingBench(seed: 154)
    let signals = RecombinationSignals(bench.matrices)
    let row = try #require(bench.rows(of: elementClass).first)
    for kept in 0...(spacer + 8) {
      for different in [0, 1] {
        let read = Array(
          Self.read(row, spacer: spacer, differences: (different, 0)).prefix(
            row.bases.count + 7 + kept
          )
        )
        let v = Self.placed(elementClass, 0, origin: row.before, in: read)
        let strand = Strand(read)
        #expect(signals.hasSignal(behind: v, on: strand, isLone: true) == (different == 0))
        #expect(!signals.hasSignal(behind: v, on: strand, isLone: false))
      }
    }
    // The heptamer itself is not whole.
    let read = Array(Self.read(row, spacer: spacer).prefix(row.bases.count + 6))
    let v = Self.placed(elementClass, 0, origin: row.before, in: read)
    #expect(!signals.hasSignal(behind: v, on: Strand(read), isLone: true))
  }

  @Test("are sought behind V alone", arguments: [ElementClass.heavyD, .kappaIntron])
  func others(_ elementClass: ElementClass) throws {
    let bench = try PlacingBench(seed: 155)
    let signals = RecombinationSignals(bench.matrices)
    let row = try #require(bench.rows(of: elementClass).first)
    for spacer in [12, 23] {
      let read = Self.read(row, spacer: spacer)
      let element = Self.placed(elementClass, 0, origin: row.before, in: read)
      #expect(!signals.hasSignal(behind: element, on: Strand(read), isLone: true))
    }
  }

  @Test("show a DJ to be germline, behind the D or before the J", arguments: 0..<6)
  func unrearranged(differences: Int) throws {
    let bench = try PlacingBench(seed: 156)
    let signals = RecombinationSignals(bench.matrices)
    let d = try #require(bench.rows(of: .heavyD).first)
    let flanked = Array(d.bases.suffix(d.bases.count - d.before + 60))
    let gap = [UInt8](repeating: 3, count: 40)
    let isSignal = differences <= 3
    for (number, j) in bench.rows(of: .heavyJ).enumerated() {
      let afterD =
        flanked + Self.heptamer + gap.prefix(12) + Self.changed(Self.nonamer, differences)
        + gap + j.bases
      let beforeJ =
        flanked + gap + Self.changed(Self.nonamer, differences).reverseComplement
        + gap.prefix(23) + Self.heptamer.reverseComplement + j.bases
      let neither = flanked + gap + gap + j.bases
      for (read, isGermline) in [(afterD, isSignal), (beforeJ, isSignal), (neither, false)] {
        var three = Self.placed(
          .heavyJ,
          number,
          origin: read.count - j.bases.count + j.before,
          in: read
        )
        three.end = read.count
        let five = Self.placed(.heavyD, 0, origin: 60, in: read)
        var found = LocatedRearrangement(type: .ighDJ, revComp: false, five: five, three: three)
        #expect(signals.isUnrearranged(found, on: Strand(read)) == isGermline, "\(j.name)")
        found.type = .ighVDJ
        #expect(!signals.isUnrearranged(found, on: Strand(read)))
      }
    }
  }
}
