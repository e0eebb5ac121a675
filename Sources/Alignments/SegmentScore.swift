/// Scores of an ungapped comparison: they sum up to a log-odds score in units of about 0.64 nats.
///
/// With equal bases the chance of a match is 1/4; `match` 2 and `mismatch` −3 then expect 60 %
/// identity at the border of an alignment, which keeps V genes with 25 to 30 % hypermutation in
/// one piece (Karlin and Altschul 1990, doi:10.1073/pnas.87.6.2264: λ = 0.635).
package struct SegmentScore: Hashable, Sendable {
  /// Added for two equal bases.
  package var match: Int
  /// Added for two different bases; negative.
  package var mismatch: Int

  /// Creates a scheme.
  package init(match: Int, mismatch: Int) {
    (self.match, self.mismatch) = (match, mismatch)
  }

  /// The scheme of V, J and the kappa elements.
  package static let element = SegmentScore(match: 2, mismatch: -3)

  /// Nats per unit of the `element` scheme.
  package static let natsPerUnit = 0.635

  /// The length of the best extension of an ungapped alignment.
  ///
  /// - Parameters:
  ///   - read: Base codes of the read.
  ///   - readStart: Offset of the first base to compare.
  ///   - germline: Base codes of the germline.
  ///   - germlineStart: Offset of its counterpart.
  ///   - step: `1` to extend to the right, `-1` to the left.
  ///   - limit: At most so many columns.
  ///   - drop: Gives up when the score has fallen so far below its best.
  /// - Returns: Columns of the extension with the highest score (the longest of equals), and that
  ///   score; `(0, 0)` if no extension is better than none. Unknown bases count nothing.
  package func bestExtension(
    _ read: Span<UInt8>,
    from readStart: Int,
    _ germline: Span<UInt8>,
    from germlineStart: Int,
    step: Int,
    limit: Int,
    drop: Int = 20
  ) -> (length: Int, score: Int) {
    var best = (length: 0, score: 0)
    var score = 0
    var r = readStart
    var g = germlineStart
    var length = 0
    while length < limit, r >= 0, r < read.count, g >= 0, g < germline.count {
      let base = read[r]
      if base < 4 { score &+= base == germline[g] ? match : mismatch }
      length &+= 1
      if score >= best.score, base < 4 {
        if score > best.score || base == germline[g] { best = (length, score) }
      } else if score < best.score &- drop {
        break
      }
      r &+= step
      g &+= step
    }
    return best.score > 0 ? best : (0, 0)
  }
}
