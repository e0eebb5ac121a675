import Alignments
import Germline
import Nucleotides
import Rearrangements
import SimulatedReads
import Testing

@Suite("Aligned segments")
struct AlignedSegmentTests {
  /// An element of a row on a read.
  private static func element(
    _ elementClass: ElementClass,
    _ row: Int,
    origin: Int,
    _ range: Range<Int>,
    shift: Int = 0
  ) -> PlacedElement {
    PlacedElement(
      elementClass: elementClass,
      row: row,
      origin: origin,
      start: range.lowerBound,
      end: range.upperBound,
      score: 40,
      shift: shift
    )
  }

  @Test("without gaps have a letter for every base", arguments: ElementClass.allCases)
  func ungapped(_ elementClass: ElementClass) throws {
    var bench = try PlacingBench(seed: 181)
    var aligner = BandedAligner()
    let rows = bench.rows(of: elementClass)
    for _ in 0..<60 {
      let number = bench.reads.random.below(rows.count)
      let row = rows[number]
      let lead = bench.reads.random.below(20)
      let read =
        bench.reads.bases(lead) + bench.reads.random.substituted(row.bases, rate: 0.1)
        + bench.reads.bases(20)
      let first = bench.reads.random.below(row.bases.count / 2)
      let last = row.bases.count - bench.reads.random.below(row.bases.count / 3)
      let placed = Self.element(
        elementClass,
        number,
        origin: lead + row.before,
        (lead + first)..<(lead + last)
      )
      let segment = placed.aligned(
        to: [number],
        of: bench.matrices[elementClass],
        on: Strand(read),
        &aligner
      )
      // Of a D with the genome before it only the D itself is drawn.
      let isDiversity = elementClass == .heavyD
      let start = isDiversity ? max(first, row.before) : first
      let drawn = start..<max(start, last)
      var cigar = ""
      var run: (letter: Character, length: Int) = ("=", 0)
      for place in drawn {
        let letter: Character = row.bases[place] == read[lead + place] ? "=" : "X"
        if letter == run.letter {
          run.length += 1
        } else {
          if run.length > 0 { cigar += "\(run.length)\(run.letter)" }
          run = (letter, 1)
        }
      }
      if run.length > 0 { cigar += "\(run.length)\(run.letter)" }
      let call = segment.call
      #expect(call.cigar == cigar, "\(row.name)")
      #expect(call.sequenceRange == (lead + drawn.lowerBound)..<(lead + drawn.upperBound))
      let offset = isDiversity ? row.before : 0
      #expect(call.germlineRange == (drawn.lowerBound - offset)..<(drawn.upperBound - offset))
      #expect(call.alleles == [row.name])
      let equal = drawn.count { row.bases[$0] == read[lead + $0] }
      #expect(call.identity == (drawn.isEmpty ? nil : Double(equal) / Double(drawn.count)))
      #expect(abs(call.score - 40 * 0.635) < 1e-12)
    }
  }

  @Test("end where the coding part of the row ends")
  func ends() throws {
    let bench = try PlacingBench(seed: 182)
    var aligner = BandedAligner()
    for (number, row) in bench.rows(of: .heavyJ).enumerated() {
      let read = row.bases + [UInt8](repeating: 0, count: 40)
      let placed = Self.element(.heavyJ, number, origin: row.before, 5..<read.count)
      let segment = placed.aligned(
        to: [number],
        of: bench.matrices[.heavyJ],
        on: Strand(read),
        &aligner
      )
      #expect(segment.call.sequenceRange == 5..<row.bases.count)
      #expect(segment.call.cigar == "\(row.bases.count - 5)=")
    }
  }

  @Test("of a shifted V have the gap that was made", arguments: [-18, -9, -3, -1, 1, 3, 9, 18])
  func gaps(shift: Int) throws {
    var bench = try PlacingBench(seed: 183)
    var aligner = BandedAligner()
    let rows = bench.rows(of: .heavyV)
    for _ in 0..<40 {
      let number = bench.reads.random.below(rows.count)
      let row = rows[number]
      let at = 60 + bench.reads.random.below(120)
      var read = row.bases
      if shift > 0 {
        read.insert(contentsOf: bench.reads.bases(shift), at: at)
      } else {
        read.removeSubrange(at..<(at - shift))
      }
      let placed = Self.element(
        .heavyV,
        number,
        origin: row.before + shift,
        0..<read.count,
        shift: shift
      )
      let segment = placed.aligned(
        to: [number],
        of: bench.matrices[.heavyV],
        on: Strand(read),
        &aligner
      )
      let path = segment.path
      #expect(path.count(of: .insertion) - path.count(of: .deletion) == shift, "\(row.name)")
      #expect(segment.call.sequenceRange == 0..<read.count)
      #expect(segment.call.germlineRange == 0..<row.bases.count)
      // Affine costs: the alignment is no worse than the one that was made.
      var score = 2 * path.count(of: .match) - 3 * path.count(of: .mismatch)
      for run in path.runs where run.step == .insertion || run.step == .deletion {
        score -= 8 + run.length - 1
      }
      let made = 2 * (row.bases.count + min(0, shift)) - 8 - (abs(shift) - 1)
      #expect(score >= made, "\(row.name): \(score), \(made)")
      // The path consumes what it says, and its letters are right.
      var (position, column) = (0, 0)
      for run in path.runs {
        for _ in 0..<run.length {
          if run.step == .match || run.step == .mismatch {
            #expect((read[position] == row.bases[column]) == (run.step == .match))
          }
          if run.step != .deletion { position += 1 }
          if run.step != .insertion { column += 1 }
        }
      }
      #expect(position == read.count && column == row.bases.count)
    }
  }

  @Test("name all rows, functional if one of them is")
  func names() throws {
    let bench = try PlacingBench(seed: 184)
    var aligner = BandedAligner()
    let matrix = bench.matrices[.heavyV]
    let first = bench.rows(of: .heavyV)[0]
    let placed = Self.element(.heavyV, 0, origin: first.before, 0..<first.bases.count)
    let alleles = bench.germline.alleles(of: .v, in: .heavy)
    for functionality in Functionality.allCases {
      let rows = alleles.indices.filter { alleles[$0].functionality == functionality }
      guard let row = rows.first else { continue }
      for others in [[row], rows] {
        let segment = placed.aligned(to: others, of: matrix, on: Strand(first.bases), &aligner)
        #expect(segment.call.alleles == others.map { alleles[$0].name })
        #expect(segment.call.functionality == functionality)
      }
      let mixed =
        rows.prefix(1) + alleles.indices.filter { alleles[$0].functionality == .functional }
      let segment = placed.aligned(to: Array(mixed), of: matrix, on: Strand(first.bases), &aligner)
      #expect(segment.call.functionality == .functional)
    }
  }
}
