import Alignments
import SimulatedReads
import Testing

@Suite("Banded aligner")
struct BandedAlignerTests {
  /// Gotoh's three matrices without a band: the end of the read held to the end of the germline, the
  /// germline's start free.
  private func fullScore(_ read: [UInt8], _ germline: [UInt8]) -> Int {
    let never = -1_000_000
    let columns = germline.count
    var best = [Int](repeating: 0, count: columns + 1)
    var readGap = [Int](repeating: never, count: columns + 1)
    for base in read {
      var nextBest = [Int](repeating: never, count: columns + 1)
      var nextReadGap = nextBest
      var germlineGap = never
      for column in 0...columns {
        nextReadGap[column] = max(best[column] - 8, readGap[column] - 1)
        var diagonal = never
        if column > 0 {
          germlineGap = max(nextBest[column - 1] - 8, germlineGap - 1)
          let score = base == germline[column - 1] ? 2 : base > 3 ? 0 : -3
          diagonal = best[column - 1] + score
        }
        nextBest[column] = max(diagonal, nextReadGap[column], germlineGap)
      }
      (best, readGap) = (nextBest, nextReadGap)
    }
    return best[columns]
  }

  /// Walks a path and sums its score; checks that each step says the truth.
  private func walk(
    _ path: AlignmentPath,
    _ read: [UInt8],
    _ germline: ArraySlice<UInt8>
  ) -> (score: Int, read: Int, germline: Int, isTrue: Bool) {
    var (score, r, g, isTrue) = (0, 0, germline.startIndex, true)
    for run in path.runs {
      switch run.step {
      case .insertion:
        score += -8 - (run.length - 1)
        r += run.length
      case .deletion:
        score += -8 - (run.length - 1)
        g += run.length
      case .match, .mismatch:
        for _ in 0..<run.length {
          guard r < read.count, g < germline.endIndex else { return (score, r, g, false) }
          let isEqual = read[r] == germline[g]
          if isEqual != (run.step == .match) { isTrue = false }
          score += isEqual ? 2 : read[r] > 3 ? 0 : -3
          (r, g) = (r + 1, g + 1)
        }
      }
    }
    return (score, r, g, isTrue)
  }

  /// A read of a random germline with substitutions, unknown bases and up to two gaps.
  private func pair(_ seed: UInt64) -> (read: [UInt8], germline: [UInt8]) {
    var random = SeededGenerator(seed: seed)
    let germline = (0..<(30 + random.below(120))).map { _ in UInt8(random.below(4)) }
    var read = Array(germline.dropFirst(random.below(15)))
    for index in read.indices {
      if random.unit() < 0.1 { read[index] = UInt8(random.below(4)) }
      if random.unit() < 0.01 { read[index] = 4 }
    }
    for _ in 0..<random.below(3) {
      let (at, length) = (random.below(read.count - 8), 1 + random.below(6))
      if random.below(2) == 0 {
        read.insert(contentsOf: (0..<length).map { _ in UInt8(random.below(4)) }, at: at)
      } else {
        read.removeSubrange(at..<(at + length))
      }
    }
    return (read, germline)
  }

  /// An alignment of parts of two sequences; fails the test if there is none.
  private func aligned(
    _ aligner: inout BandedAligner,
    _ read: [UInt8],
    _ germline: [UInt8],
    parts: (read: Range<Int>, germline: Range<Int>)? = nil,
    band: Int
  ) throws -> (path: AlignmentPath, germlineStart: Int, score: Int) {
    let found = aligner.align(
      read.span,
      parts?.read ?? 0..<read.count,
      germline.span,
      parts?.germline ?? 0..<germline.count,
      band: band
    )
    return try #require(found)
  }

  @Test(
    "scores like the whole matrix where its path stays in the band",
    arguments: 0..<150 as Range<UInt64>
  )
  func wholeMatrix(seed: UInt64) throws {
    let (read, germline) = pair(seed)
    var aligner = BandedAligner()
    // A used aligner must not remember anything.
    _ = aligner.align(germline.span, 0..<germline.count, read.span, 0..<read.count, band: 40)
    let found = try aligned(&aligner, read, germline, band: 200)
    #expect(found.score == fullScore(read, germline))
    let narrow = try aligned(&aligner, read, germline, band: 24)
    #expect(narrow.score <= found.score)
    for result in [found, narrow] {
      let walked = walk(result.path, read, germline[result.germlineStart...])
      #expect(walked.isTrue)
      #expect(walked.score == result.score)
      #expect(walked.read == read.count)
      #expect(walked.germline == germline.count)
    }
    // Two gaps of six and a start 14 away stay inside 24.
    #expect(narrow.score == found.score)
  }

  @Test("aligns parts like the parts alone", arguments: 0..<20 as Range<UInt64>)
  func parts(seed: UInt64) throws {
    let (read, germline) = pair(seed)
    let (readPart, germlinePart) = (5..<(read.count - 3), 4..<(germline.count - 3))
    var aligner = BandedAligner()
    let inside = try aligned(
      &aligner,
      read,
      germline,
      parts: (readPart, germlinePart),
      band: 30
    )
    let (readAlone, germlineAlone) = (Array(read[readPart]), Array(germline[germlinePart]))
    let alone = try aligned(&aligner, readAlone, germlineAlone, band: 30)
    #expect(inside.path == alone.path)
    #expect(inside.germlineStart == alone.germlineStart + 4)
    #expect(inside.score == alone.score)
  }

  @Test("has no path where a gap is wider than the band")
  func wide() {
    var aligner = BandedAligner()
    let long = [UInt8](repeating: 0, count: 20)
    let short = [UInt8](repeating: 0, count: 15)
    func path(_ band: Int) -> AlignmentPath? {
      aligner.align(long.span, 0..<20, short.span, 0..<15, band: band)?.path
    }
    #expect(path(4) == nil)
    #expect(path(5)?.count(of: .insertion) == 5)
    #expect(aligner.align(long.span, 0..<0, short.span, 0..<15, band: 5) == nil)
    #expect(aligner.align(long.span, 0..<5, short.span, 3..<3, band: 5) == nil)
  }

  @Test("writes the CIGAR of a known pair")
  func cigar() throws {
    // A hand-made pair: G for T at the tenth base, then AC missing, then three bases too many.
    let germline: [UInt8] = Array("ACGTTGCATTGCACGATCGGATTCAGCATCGATTAC".utf8).map(code)
    let read: [UInt8] = Array("ACGTTGCATGGCACGATCGGATTCCATCGTTTATTAC".utf8).map(code)
    var aligner = BandedAligner()
    let found = try aligned(&aligner, read, germline, band: 10)
    #expect(found.score == fullScore(read, germline))
    #expect(found.path.cigar.hasPrefix("9=1X14="), "\(found.path.cigar)")
  }

  private func code(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "A"): 0
    case UInt8(ascii: "C"): 1
    case UInt8(ascii: "G"): 2
    default: 3
    }
  }
}
