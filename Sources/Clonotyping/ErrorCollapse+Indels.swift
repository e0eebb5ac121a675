import Nucleotides

extension ErrorCollapse {
  /// Fewest equal bases in a row in which copying slips, nt.
  ///
  /// Chosen here: in rows of one or two a lost or added base is as rare as anywhere else, and the
  /// longer the row, the more often copying slips.
  private static let slipperyRun = 3

  /// The distance that a single inserted or deleted base counts as; `nil` if the windows differ in
  /// more, or if the base lies inside the recombined bases and is believed.
  func indelDistance(_ child: Clonotype, _ parent: Clonotype) -> Int? {
    let (read, whole) = (child.window.codes, parent.window.codes)
    guard abs(read.count - whole.count) == 1 else { return nil }
    let (long, short) = read.count > whole.count ? (read, whole) : (whole, read)
    // The places at which taking one base out of the longer gives the shorter are next to each
    // other and hold the same base.
    var (equalAhead, equalBehind) = (0, 0)
    while equalAhead < short.count, long[equalAhead] == short[equalAhead] { equalAhead += 1 }
    while equalBehind < short.count,
      long[long.count - 1 - equalBehind] == short[short.count - 1 - equalBehind]
    {
      equalBehind += 1
    }
    guard equalAhead + equalBehind >= short.count else { return nil }
    let first = long.count - 1 - equalBehind
    let last = equalAhead
    // A base that the parent has lies inside if it is recombined; one that it lacks, if it would
    // stand between two that are.
    let isInside =
      read.count < whole.count
      ? parent.ndn.contains(first) && parent.ndn.contains(last)
      : parent.ndn.lowerBound < first && last < parent.ndn.upperBound
    let qualities = child.meanQualities.indices.clamped(to: max(0, first - 1)..<(last + 1))
    let least = qualities.map { Int(child.meanQualities[$0]) }.min() ?? 0
    guard !isInside || least < protectNDNQuality else { return nil }
    return last - first + 1 >= Self.slipperyRun ? 1 : 2
  }
}
