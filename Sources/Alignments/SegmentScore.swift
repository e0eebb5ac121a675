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
  /// The same where next to no base differs.
  package static let severeMismatch = -5
  /// Nats per unit.
  package static let natsPerUnit = 0.635
  /// An extension gives up when its score has fallen so far below its best: seven differences in
  /// a row.
  package static let shortDrop = 20
  /// The same for V genes towards their start, where bursts of hypermutation are crossed.
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
    var best = (length: 0, score: 0)
    var score = 0
    // SAFETY: `columns` is at most how many bases lie in that direction on both.
    unsafe read.withUnsafeBufferPointer { read in
      unsafe germline.withUnsafeBufferPointer { germline in
        var offset = 0
        for length in 0..<columns {
          let base = unsafe read[readStart &+ offset]
          let isEqual = unsafe base == germline[germlineStart &+ offset]
          if base < 4 { score &+= isEqual ? match : mismatch }
          if isEqual, score >= best.score {
            best = (length &+ 1, score)
          } else if score < best.score &- drop {
            break
          }
          offset &+= step
        }
      }
    }
    return best.score > 0 ? best : (0, 0)
  }
}
