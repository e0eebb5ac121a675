import Nucleotides
import Rearrangements
import Reports

extension RecombinationRecord {
  /// Bases that are shown on either side of a recombination without a junction.
  private static let flank = 20

  /// The junction of a rearrangement, or what stands for it, beside its germline.
  init(_ rearrangement: Rearrangement) {
    let ndn = rearrangement.ndnRange
    let whole = 0..<rearrangement.sequence.count
    let shown =
      rearrangement.junctionRange
      ?? ((ndn.lowerBound - Self.flank)..<(ndn.upperBound + Self.flank)).clamped(to: whole)
    func offsets(_ range: Range<Int>) -> OffsetRange {
      let kept = range.clamped(to: shown)
      return OffsetRange(
        start: kept.lowerBound - shown.lowerBound,
        end: kept.upperBound - shown.lowerBound
      )
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
