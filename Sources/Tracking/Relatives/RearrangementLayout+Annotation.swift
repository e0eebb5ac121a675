import Clonotyping
import Nucleotides
import Rearrangements

extension RearrangementLayout {
  /// The layout of a clonotype's best read; `nil` if its junction lies under primers altogether.
  ///
  /// - Parameters:
  ///   - clonotype: The clonotype.
  ///   - rearrangement: The annotation of its representative.
  init?(_ clonotype: Clonotype, _ rearrangement: Rearrangement) {
    let free = clonotype.primerFree
    func inside(_ range: Range<Int>) -> Range<Int> {
      let kept = range.clamped(to: free)
      return (kept.lowerBound - free.lowerBound)..<(kept.upperBound - free.lowerBound)
    }
    let window =
      clonotype.windowOffset..<(clonotype.windowOffset + clonotype.window.count)
    let ndn = rearrangement.ndnRange
    var d: Range<Int>?
    if rearrangement.type == .ighVDJ, let found = rearrangement.d?.sequenceRange {
      d = inside(found.clamped(to: ndn))
    }
    guard !inside(window).isEmpty else { return nil }
    self.init(
      bases: Array(clonotype.representative[free].description.utf8),
      window: inside(window),
      ndn: inside(ndn),
      d: d,
      mutations: (rearrangement.v?.mismatches ?? []).filter(free.contains)
        .map { $0 - free.lowerBound }
    )
  }
}

extension Rearrangement.SegmentCall {
  /// The read offsets at which the segment differs from its germline by another base.
  var mismatches: [Int] {
    var offset = sequenceRange.lowerBound
    var length = 0
    var found: [Int] = []
    for character in cigar.utf8 {
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(character) {
        length = 10 * length + Int(character - UInt8(ascii: "0"))
        continue
      }
      if character == UInt8(ascii: "X") { found += offset..<(offset + length) }
      if character != UInt8(ascii: "D") { offset += length }
      length = 0
    }
    return found
  }
}
