package import Rearrangements

/// Where a rearrangement lies on a read: what a table keeps of it beside the key.
package struct ReadPlacement: Hashable, Sendable {
  private var window: Int32
  private var ndnStart: Int32
  private var ndnEnd: Int32
  private var freeStart: Int32
  private var freeEnd: Int32
  private var gapCount: Int32

  /// The placement of a located rearrangement.
  ///
  /// - Parameters:
  ///   - located: The read's elements.
  ///   - primerFree: Its offsets between primers, coding strand.
  package init(_ located: LocatedRearrangement, primerFree: Range<Int>) {
    let range = located.windowRange
    let ndn = located.ndnRange.clamped(to: range)
    window = Int32(range.lowerBound)
    ndnStart = Int32(ndn.lowerBound - range.lowerBound)
    ndnEnd = Int32(ndn.upperBound - range.lowerBound)
    freeStart = Int32(primerFree.lowerBound)
    freeEnd = Int32(primerFree.upperBound)
    gapCount = Int32(abs(located.five.shift) + abs(located.three.shift))
  }

  /// A placement of its parts.
  init(windowOffset: Int, ndn: Range<Int>, primerFree: Range<Int>, gaps: Int) {
    window = Int32(clamping: windowOffset)
    ndnStart = Int32(clamping: ndn.lowerBound)
    ndnEnd = Int32(clamping: ndn.upperBound)
    freeStart = Int32(clamping: primerFree.lowerBound)
    freeEnd = Int32(clamping: primerFree.upperBound)
    gapCount = Int32(clamping: gaps)
  }

  /// The window's offset in the read, coding strand.
  package var windowOffset: Int { Int(window) }
  /// The recombined bases as offsets in the window.
  var ndn: Range<Int> { Int(ndnStart)..<Int(ndnEnd) }
  /// The read's offsets between primers, coding strand.
  package var primerFree: Range<Int> { Int(freeStart)..<Int(freeEnd) }
  /// Bases that the read has inserted or deleted.
  var gaps: Int { Int(gapCount) }
}
