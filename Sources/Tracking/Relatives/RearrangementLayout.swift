/// The patient's own bases of a rearrangement with the places that show where it comes from.
package struct RearrangementLayout: Hashable, Sendable {
  /// The bases between primers, coding strand, as upper-case letters.
  package var bases: [UInt8]
  /// Offsets of the junction, or of what stands for it, in `bases`.
  package var window: Range<Int>
  /// Offsets of the bases between the 5′ and the 3′ element.
  package var ndn: Range<Int>
  /// Offsets of a D inside `ndn`; `nil` where none was found.
  package var d: Range<Int>?
  /// Offsets at which V differs from its germline.
  package var mutations: [Int]

  /// Creates a layout; `nil` if a range lies outside the bases.
  package init?(
    bases: [UInt8],
    window: Range<Int>,
    ndn: Range<Int>,
    d: Range<Int>?,
    mutations: [Int]
  ) {
    let whole = 0..<bases.count
    let ranges = [window, ndn] + (d.map { [$0] } ?? [])
    guard ranges.allSatisfy({ whole.lowerBound <= $0.lowerBound && $0.upperBound <= bases.count }),
      mutations.allSatisfy(whole.contains)
    else { return nil }
    self.bases = bases
    self.window = window
    self.ndn = ndn
    self.d = d
    self.mutations = mutations
  }

  /// The window's bases.
  package var windowBases: ArraySlice<UInt8> { bases[window] }

  /// How many of some places tell rearrangements apart.
  ///
  /// Inserted bases count singly. The bases of one D are not independent of each other: gene and
  /// trimming make no more than four bases' worth, five where eight or more of them are asked for.
  /// Where a V(D)J shows no D, up to seven of its inserted bases may still be one, so three are not
  /// counted: article "Clonal drift" has the counts among unrelated clonotypes behind the numbers.
  package func informativeCount(_ offsets: [Int], hasD: Bool) -> Int {
    let inserted = offsets.filter { ndn.contains($0) && d?.contains($0) != true }.count
    let germline = offsets.filter { d?.contains($0) == true }.count
    if d == nil, hasD { return max(0, inserted - 3) }
    return inserted + min(germline, germline < 8 ? 4 : 5)
  }
}
