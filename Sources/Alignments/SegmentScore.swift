/// Scores of an ungapped comparison: they sum up to a log-odds score in units of about 0.64 nats.
///
/// With equal bases the chance of a match is 1/4; `match` 2 and `mismatch` −3 then expect 60 %
/// identity at the border of an alignment, which keeps V genes with 25 to 30 % hypermutation in
/// one piece (Karlin and Altschul 1990, doi:10.1073/pnas.87.6.2264: λ = 0.635).
package enum SegmentScore {
  /// Added for two equal bases.
  package static let match = 2
  /// Added for two different bases.
  package static let mismatch = -3
  /// The same where about one base in five differs: both scores are the logarithms of what such a
  /// share makes of equal and different bases.
  package static let mildMismatch = -2
  /// The same where next to no base differs: one in forty.
  package static let severeMismatch = -5
  /// Nats per unit: λ of the scores above, the root of e^(2λ) / 4 + 3 e^(−3λ) / 4 = 1, which is 0.634.
  package static let natsPerUnit = 0.635
  /// An extension gives up when its score has fallen so far below its best: seven differences in
  /// a row.
  package static let shortDrop = 20
  /// The same for V genes towards their start, where bursts of hypermutation are crossed: fourteen
  /// differences in a row (chosen here).
  package static let longDrop = 40

  /// The length of the best extension of an ungapped alignment.
  ///
  /// - Parameters:
  ///   - read: Base codes of the read.
  ///   - readStart: Offset of the first base to compare.
  ///   - germline: Base codes of the germline.
  ///   - germlineStart: Offset of its counterpart.
  ///   - step: `1` to extend to the right, `-1` to the left.
  ///   - limit: At most so many columns.
  ///   - drop: How far the score may fall below its best before the extension gives up.
  ///   - mismatch: What two different bases score, against `match` for two equal ones.
  /// - Returns: Columns of the extension with the highest score (the longest of equals), and that
  ///   score; `(0, 0)` if no extension is better than none. Unknown bases count nothing.
  package static func bestExtension(
    _ read: Span<UInt8>,
    from readStart: Int,
    _ germline: Span<UInt8>,
    from germlineStart: Int,
    step: Int,
    limit: Int,
    drop: Int = shortDrop,
    mismatch: Int = mismatch
  ) -> (length: Int, score: Int) {
    guard readStart >= 0, readStart < read.count, germlineStart >= 0,
      germlineStart < germline.count
    else { return (0, 0) }
    let room =
      step > 0
      ? min(read.count - readStart, germline.count - germlineStart)
      : min(readStart, germlineStart) + 1
    let columns = min(limit, step == 1 || step == -1 ? room : 0)
    var walk = ExtensionWalk(drop: drop, mismatch: mismatch)
    while walk.length < columns, !walk.hasDropped {
      let readOffset = readStart &+ step &* walk.length
      let germlineOffset = germlineStart &+ step &* walk.length
      if walk.length &+ 8 <= room {
        let back = step > 0 ? 0 : 7
        let bases = EightBases(read, at: readOffset &- back, isReversed: step < 0)
        if bases.areKnown {
          let other = EightBases(germline, at: germlineOffset &- back, isReversed: step < 0)
          walk.go(
            on: min(8, columns &- walk.length),
            differences: bases.differences(from: other)
          )
          continue
        }
      }
      walk.go(on: read[readOffset], germline[germlineOffset])
    }
    let best = walk.best
    return best.score > 0 ? best : (0, 0)
  }
}

/// A walk along an ungapped alignment that remembers where its score was best.
private struct ExtensionWalk {
  private let drop: Int
  private let mismatch: Int
  /// Columns behind it.
  private(set) var length = 0
  /// Whether the score has fallen too far below the best.
  private(set) var hasDropped = false
  /// The length after which the score was highest, the longest of equals, and that score.
  private(set) var best = (length: 0, score: 0)
  private var score = 0

  init(drop: Int, mismatch: Int) { (self.drop, self.mismatch) = (drop, mismatch) }

  /// Goes on by one column.
  @inline(__always)
  mutating func go(on base: UInt8, _ germline: UInt8) {
    length &+= 1
    let isEqual = base == germline
    if base < 4 { score &+= isEqual ? SegmentScore.match : mismatch }
    if isEqual, score >= best.score {
      best = (length, score)
    } else if score < best.score &- drop {
      hasDropped = true
    }
  }

  /// Goes on by at most eight columns of known bases.
  ///
  /// - Parameters:
  ///   - columns: How many.
  ///   - differences: A bit for each column that differs, the first lowest.
  @inline(__always)
  mutating func go(on columns: Int, differences: UInt64) {
    var left = differences & (1 &<< UInt64(columns) &- 1)
    var done = 0
    while left != 0 {
      let next = left.trailingZeroBitCount
      match(next &- done, upTo: length &+ next)
      score &+= mismatch
      done = next &+ 1
      if score < best.score &- drop {
        hasDropped = true
        return
      }
      left &= left &- 1
    }
    match(columns &- done, upTo: length &+ columns)
    length &+= columns
  }

  /// Passes a run of equal bases; the score is highest at its end.
  @inline(__always)
  private mutating func match(_ count: Int, upTo end: Int) {
    guard count > 0 else { return }
    score &+= SegmentScore.match &* count
    if score >= best.score { best = (end, score) }
  }
}
