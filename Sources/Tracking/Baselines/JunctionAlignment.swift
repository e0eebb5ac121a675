import Nucleotides
package import Rearrangements

/// The bases around a recombination, beside the germline they come from.
package struct JunctionAlignment: Hashable, Sendable {
  /// The junction; without one the recombined bases with up to 20 on either side; coding strand.
  package var sequence: String
  /// As long as `sequence`: the germline's base under each, `N` where recombination put bases in,
  /// `-` where none is aligned.
  package var germline: String
  /// Offsets in `sequence`, from 0, of the 5′ element: V, D of an IGH DJ, or the intron.
  package var fivePrime: Range<Int>
  /// Offsets of a D between V and J; `nil` where none was found, or none can be.
  package var d: Range<Int>?
  /// Offsets of the 3′ element: J or Kde.
  package var threePrime: Range<Int>

  /// Bases that are shown on either side of a recombination without a junction, nt: as many as a
  /// signature wants there.
  private static let flank = Signature.wantedFlank

  /// Puts an alignment together.
  package init(
    sequence: String,
    germline: String,
    fivePrime: Range<Int>,
    d: Range<Int>?,
    threePrime: Range<Int>
  ) {
    (self.sequence, self.germline) = (sequence, germline)
    (self.fivePrime, self.d, self.threePrime) = (fivePrime, d, threePrime)
  }

  /// The junction of a rearrangement, or what stands for it, beside its germline.
  package init(_ rearrangement: Rearrangement) {
    let ndn = rearrangement.ndnRange
    let whole = 0..<rearrangement.sequence.count
    let shown =
      rearrangement.junctionRange
      ?? ((ndn.lowerBound - Self.flank)..<(ndn.upperBound + Self.flank)).clamped(to: whole)
    func offsets(_ range: Range<Int>) -> Range<Int> {
      let kept = range.clamped(to: shown)
      return (kept.lowerBound - shown.lowerBound)..<(kept.upperBound - shown.lowerBound)
    }
    let germline = rearrangement.germlineLetters
    let d = rearrangement.type == .ighVDJ ? rearrangement.d?.sequenceRange : nil
    self.init(
      sequence: rearrangement.sequence[shown].description,
      germline: String(shown.map { germline[$0] ?? "-" }),
      fivePrime: offsets(shown.lowerBound..<max(shown.lowerBound, ndn.lowerBound)),
      d: d.map { offsets($0.clamped(to: ndn)) },
      threePrime: offsets(min(ndn.upperBound, shown.upperBound)..<shown.upperBound)
    )
  }
}

extension Rearrangement {
  /// The germline's letter under each offset of the read that the alignment covers.
  fileprivate var germlineLetters: [Int: Character] {
    let starts = [v, d, j].compactMap { $0?.sequenceRange.lowerBound }
    var offset = min(starts.min() ?? ndnRange.lowerBound, ndnRange.lowerBound)
    var letters: [Int: Character] = [:]
    for (base, germline) in zip(sequenceAlignment, germlineAlignment) where base != "-" {
      letters[offset] = ndnRange.contains(offset) && germline == "-" ? "N" : germline
      offset += 1
    }
    return letters
  }
}
