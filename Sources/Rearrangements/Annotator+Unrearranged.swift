import Alignments
import Nucleotides

extension Annotator {
  /// Heptamer and nonamer 12 nt apart, as they follow a D.
  private static let signalAfterD: (heptamer: [UInt8], nonamer: [UInt8]) = (
    NucleotideSequence("CACAGTG")?.codes ?? [], NucleotideSequence("ACAAAAACC")?.codes ?? []
  )
  /// The same 23 nt apart, as they precede a J.
  private static let signalBeforeJ: (nonamer: [UInt8], heptamer: [UInt8]) = (
    NucleotideSequence("GGTTTTTGT")?.codes ?? [], NucleotideSequence("CACTGTG")?.codes ?? []
  )
  /// Differences that a heptamer and a nonamer may have.
  private static let signalDifferences = (heptamer: 1, nonamer: 3)
  /// Those of the nonamer where a J was found as well: N bases must not pass for a signal.
  private static let nonamerDifferencesBeforeJ = 1
  /// How far the signal may lie from the end of the V's row, nt: alleles are known to different ends.
  private static let farthestSignal = 3

  /// Whether a DJ still has the recombination signal behind its D or before its J: germline DNA in
  /// which both lie within one amplicon, as IGHD7-27 and IGHJ1 do.
  func isUnrearranged(_ found: LocatedRearrangement, _ read: Span<UInt8>) -> Bool {
    guard found.type == .ighDJ else { return false }
    let d = self[found.five.elementClass]
    let j = self[found.three.elementClass]
    let afterD = found.five.origin + d.ends[found.five.row] - d.origin
    let beforeJ = found.three.origin + j.starts[found.three.row] - j.origin
    let allowed = Self.signalDifferences
    let (behind, before) = (Self.signalAfterD, Self.signalBeforeJ)
    return differences(behind.heptamer, read, at: afterD) <= allowed.heptamer
      && differences(behind.nonamer, read, at: afterD + 19) <= allowed.nonamer
      || differences(before.heptamer, read, at: beforeJ - 7) <= allowed.heptamer
        && differences(before.nonamer, read, at: beforeJ - 39) <= allowed.nonamer
  }

  /// Whether a V has its recombination signal behind it, as in the genome.
  ///
  /// - Parameters:
  ///   - five: The placed V; `false` for every other element.
  ///   - read: The coding strand.
  ///   - isLone: Whether nothing else was found on the read: then a heptamer will do where the read
  ///     ends before the nonamer.
  /// - Returns: Whether there is one.
  func hasSignal(
    behind five: PlacedElement,
    _ read: Span<UInt8>,
    isLone: Bool
  ) -> Bool {
    guard let spacer = five.elementClass.spacerBehind else { return false }
    let matrix = self[five.elementClass]
    let end = five.origin + matrix.ends[five.row] - matrix.origin
    let (allowed, signal) = (Self.signalDifferences, Self.signalAfterD)
    let allowedInNonamer = isLone ? allowed.nonamer : Self.nonamerDifferencesBeforeJ
    for heptamer in (end - Self.farthestSignal)...(end + Self.farthestSignal) {
      let different = differences(signal.heptamer, read, at: heptamer)
      guard different <= allowed.heptamer else { continue }
      let nonamer = heptamer + signal.heptamer.count + spacer
      if nonamer + signal.nonamer.count > read.count {
        if isLone, different == 0 { return true }
      } else if differences(signal.nonamer, read, at: nonamer) <= allowedInNonamer {
        return true
      }
    }
    return false
  }

  /// How many bases of a motif differ from the read's at an offset; all where it leaves the read.
  private func differences(_ motif: [UInt8], _ read: Span<UInt8>, at offset: Int) -> Int {
    guard offset >= 0, offset + motif.count <= read.count else { return motif.count }
    return motif.indices.count { motif[$0] != read[offset + $0] }
  }
}

extension ElementClass {
  /// The bases between heptamer and nonamer of the signal behind a V; `nil` for what is no V.
  fileprivate var spacerBehind: Int? {
    switch self {
    case .heavyV, .lambdaV: 23
    case .kappaV: 12
    case .kappaIntron, .heavyD, .heavyJ, .kappaJ, .lambdaJ, .kappaDeleting: nil
    }
  }
}
