import Alignments
import SimulatedReads
import Testing

@Suite("Segment score")
struct SegmentScoreTests {
  /// The highest prefix score of a walk up to where it has fallen beyond the drop; the longest prefix
  /// of equals that ends with a match.
  private func exhaustive(
    _ read: [UInt8],
    _ readStart: Int,
    _ germline: [UInt8],
    _ germlineStart: Int,
    step: Int,
    limit: Int
  ) -> (length: Int, score: Int) {
    var best = (length: 0, score: 0)
    for length in stride(from: 1, through: limit, by: 1) {
      var score = 0
      var endsWithMatch = false
      for index in 0..<length {
        let (r, g) = (readStart + index * step, germlineStart + index * step)
        guard read.indices.contains(r), germline.indices.contains(g) else { return best }
        endsWithMatch = read[r] == germline[g]
        if read[r] < 4 { score += endsWithMatch ? 2 : -3 }
      }
      if endsWithMatch, score > 0, score >= best.score { best = (length, score) }
      if score < best.score - 40 { return best }
    }
    return best
  }

  @Test(
    "finds the best extension that trying every length finds",
    arguments: 0..<60 as Range<UInt64>
  )
  func everyLength(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let germline = (0..<80).map { _ in UInt8(random.below(4)) }
    // From equal to unrelated; some unknown bases.
    let rate = Double(seed % 6) * 0.15
    let read = germline.map { base -> UInt8 in
      if random.unit() < 0.03 { return 4 }
      return random.unit() < rate ? UInt8(random.below(4)) : base
    }
    let start = random.below(80)
    let other = seed % 5 == 0 ? random.below(80) : start
    for step in [1, -1] {
      let limit = random.below(90)
      let found = SegmentScore.bestExtension(
        read.span,
        from: start,
        germline.span,
        from: other,
        step: step,
        limit: limit,
        drop: 40
      )
      #expect(found == exhaustive(read, start, germline, other, step: step, limit: limit))
    }
  }

  @Test(
    "gives up beyond the drop and not at it",
    arguments: [
      (SegmentScore.longDrop, 13, 60, 55), (SegmentScore.longDrop, 14, 6, 12),
      (SegmentScore.shortDrop, 6, 60, 90), (SegmentScore.shortDrop, 7, 6, 12),
    ]
  )
  func drop(_ drop: Int, _ mismatches: Int, _ length: Int, _ score: Int) {
    // Six matches, some mismatches, then enough matches to win: 13 · 3 = 39 below the best is
    // within a drop of 40, 14 · 3 = 42 is beyond it; 18 is within a drop of 20, 21 is beyond.
    let germline = [UInt8](repeating: 0, count: 60)
    var read = germline
    for index in 6..<(6 + mismatches) { read[index] = 1 }
    let found = SegmentScore.bestExtension(
      read.span,
      from: 0,
      germline.span,
      from: 0,
      step: 1,
      limit: 60,
      drop: drop
    )
    #expect(found == (length, score))
  }

  @Test("is nothing where no extension is better than none")
  func none() {
    let (a, c): ([UInt8], [UInt8]) = ([0, 0, 0], [1, 1, 1])
    #expect(
      SegmentScore.bestExtension(a.span, from: 0, c.span, from: 0, step: 1, limit: 3) == (0, 0)
    )
    #expect(
      SegmentScore.bestExtension(a.span, from: 0, a.span, from: 0, step: 1, limit: 0) == (0, 0)
    )
    #expect(
      SegmentScore.bestExtension(a.span, from: 3, a.span, from: 0, step: 1, limit: 3) == (0, 0)
    )
    #expect(
      SegmentScore.bestExtension(a.span, from: 2, a.span, from: 2, step: -1, limit: 9) == (3, 6)
    )
  }

  @Test("has the λ of Karlin and Altschul for its scheme")
  func lambda() {
    // λ solves Σ p·e^(λs) = 1 with p(match) = 1/4 (doi:10.1073/pnas.87.6.2264).
    var (low, high) = (0.1, 2.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      let sum = 0.25 * exponential(2 * middle) + 0.75 * exponential(-3 * middle)
      if sum < 1 { low = middle } else { high = middle }
    }
    #expect(abs(low - SegmentScore.natsPerUnit) < 0.002, "\(low)")
  }
}
