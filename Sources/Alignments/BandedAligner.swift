/// Global alignment with affine gaps inside a band (Gotoh 1982, doi:10.1016/0022-2836(82)90398-9).
///
/// For the few reads whose V has an insertion or a deletion; the others never come here. Holds its
/// own scratch, which grows to the longest pair seen.
package struct BandedAligner {
  /// Score of two equal bases; this and the next are those of `SegmentScore`.
  package static let match: Int32 = 2
  /// Score of two different bases.
  package static let mismatch: Int32 = -3
  /// Score of the first base of a gap.
  ///
  /// Chosen here: a gap of one codon costs 10, as much as two differences in place of equal bases. So
  /// it must save three, as insertions and deletions by hypermutation are far rarer than differences.
  package static let gapOpen: Int32 = -8
  /// Score of each further base of a gap.
  package static let gapExtend: Int32 = -1

  /// Below the score of any alignment of mates and reads; far enough from the end of its type.
  private static let impossible: Int32 = -1_000_000
  private var choices: [UInt8] = []
  private var bestRow: [Int32] = []
  private var deletionRow: [Int32] = []

  /// Creates an aligner without scratch.
  package init() {}

  /// Aligns a read range with a germline range; gaps at the germline's first bases are free.
  ///
  /// - Parameters:
  ///   - read: Base codes of the read.
  ///   - readRange: The part to align.
  ///   - germline: Base codes of the germline.
  ///   - germlineRange: The part to align; its last base is held to the read's last base.
  ///   - band: How far the diagonal may move, in bases.
  /// - Returns: The path from the first aligned germline base on, that base's offset and the score;
  ///   `nil` if the two differ in length by more than the band allows.
  package mutating func align(
    _ read: Span<UInt8>,
    _ readRange: Range<Int>,
    _ germline: Span<UInt8>,
    _ germlineRange: Range<Int>,
    band: Int
  ) -> (path: AlignmentPath, germlineStart: Int, score: Int)? {
    let rows = readRange.count
    let columns = germlineRange.count
    // Column of row i on the diagonal that ends in the corner: i + shift.
    let shift = columns - rows
    guard rows > 0, columns > 0, shift >= -band else { return nil }
    let width = 2 * band + 1
    if choices.count < (rows + 1) * width {
      choices = [UInt8](repeating: 0, count: (rows + 1) * width)
    }
    bestRow = [Int32](repeating: Self.impossible, count: width + 2)
    deletionRow = bestRow
    for slot in 0..<width {
      // Row 0: the read has not begun; any germline start is free.
      let column = shift - band + slot
      if column >= 0 { bestRow[slot] = 0 }
      choices[slot] = 0
    }
    for i in 1...rows {
      var insertion = Self.impossible
      let base = read[readRange.lowerBound + i - 1]
      var left = Self.impossible
      var previous = bestRow
      swap(&previous, &bestRow)
      for slot in 0..<width {
        let column = i + shift - band + slot
        guard column >= 0, column <= columns else {
          bestRow[slot] = Self.impossible
          deletionRow[slot] = Self.impossible
          left = Self.impossible
          insertion = Self.impossible
          continue
        }
        // The slot above holds column `column` of row i − 1 at slot + 1.
        let above = slot + 1 < width ? previous[slot + 1] : Self.impossible
        let aboveGap = slot + 1 < width ? deletionRow[slot + 1] : Self.impossible
        let openRead = above + Self.gapOpen
        let extendRead = aboveGap + Self.gapExtend
        let readGap = max(openRead, extendRead)
        deletionRow[slot] = readGap
        let openGermline = left + Self.gapOpen
        let extendGermline = insertion + Self.gapExtend
        insertion = max(openGermline, extendGermline)
        var diagonal = Self.impossible
        if column > 0 {
          let other = germline[germlineRange.lowerBound + column - 1]
          let score = base == other ? Self.match : base > 3 ? 0 : Self.mismatch
          diagonal = previous[slot] + score
        }
        var choice: UInt8 = 0
        var best = diagonal
        if readGap > best { (best, choice) = (readGap, 1) }
        if insertion > best { (best, choice) = (insertion, 2) }
        if extendRead > openRead { choice |= 4 }
        if extendGermline > openGermline { choice |= 8 }
        bestRow[slot] = best
        left = best
        choices[i * width + slot] = choice
      }
    }
    let score = bestRow[band]
    guard score > Self.impossible / 2 else { return nil }
    let (path, start) = trace(read, readRange, germline, germlineRange, band: band, shift: shift)
    return (path, start, Int(score))
  }

  private func trace(
    _ read: Span<UInt8>,
    _ readRange: Range<Int>,
    _ germline: Span<UInt8>,
    _ germlineRange: Range<Int>,
    band: Int,
    shift: Int
  ) -> (AlignmentPath, Int) {
    let width = 2 * band + 1
    var path = AlignmentPath()
    var i = readRange.count
    var column = germlineRange.count
    var inside: UInt8 = 0  // 1 in a gap of the germline, 2 in a gap of the read
    while i > 0 {
      let choice = choices[i * width + column - i - shift + band]
      let step = inside == 0 ? choice & 3 : inside
      switch step {
      case 1:
        path.append(.insertion)
        inside = choice & 4 != 0 ? 1 : 0
        i -= 1
      case 2:
        path.append(.deletion)
        inside = choice & 8 != 0 ? 2 : 0
        column -= 1
      default:
        let equal =
          read[readRange.lowerBound + i - 1] == germline[germlineRange.lowerBound + column - 1]
        path.append(equal ? .match : .mismatch)
        i -= 1
        column -= 1
      }
    }
    return (path.reversed, germlineRange.lowerBound + column)
  }
}
