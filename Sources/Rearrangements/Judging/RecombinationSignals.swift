import Alignments
import Nucleotides

/// Finds recombination signals, which recombination takes away: where one is left, the read is
/// germline DNA.
package struct RecombinationSignals: Sendable {
  private let matrices: ReferenceMatrices

  /// Heptamer and nonamer 12 nt apart, as they follow a D.
  ///
  /// The consensus of Ramsden, Baetz and Wu 1994, doi:10.1093/nar/22.10.1785.
  private static let signalAfterD: (heptamer: [UInt8], nonamer: [UInt8]) = (
    NucleotideSequence("CACAGTG")?.codes ?? [], NucleotideSequence("ACAAAAACC")?.codes ?? []
  )
  /// The same 23 nt apart, as they precede a J.
  private static let signalBeforeJ: (nonamer: [UInt8], heptamer: [UInt8]) = (
    NucleotideSequence("GGTTTTTGT")?.codes ?? [], NucleotideSequence("CACTGTG")?.codes ?? []
  )
  /// The bases between heptamer and nonamer, nt: one turn of the helix behind a D, two before a J.
  private static let spacer = (afterD: 12, beforeJ: 23)
  /// Differences that a heptamer and a nonamer may have: those of genes that rearrange seldom have
  /// more.
  ///
  /// Chosen here.
  private static let maximumDifferences = (heptamer: 1, nonamer: 3)
  /// Those of the nonamer where a J was found as well: N bases must not pass for a signal; 1 in 10⁶
  /// rearrangements does so.
  ///
  /// Chosen here.
  private static let maximumNonamerDifferencesBeforeJ = 1
  /// How far the signal may lie from the end of the V's row, nt: alleles are known to different ends.
  private static let maximumDistance = 3

  /// Creates a finder.
  ///
  /// - Parameter matrices: The elements.
  package init(_ matrices: ReferenceMatrices) { self.matrices = matrices }

  /// Whether a DJ still has the recombination signal behind its D or before its J: germline DNA in
  /// which both lie within one amplicon, as IGHD7-27 and IGHJ1 do.
  ///
  /// - Parameters:
  ///   - found: The elements.
  ///   - strand: The strand that they lie on.
  /// - Returns: Whether there is one; `false` for what is no DJ.
  package func isUnrearranged(_ found: LocatedRearrangement, on strand: Strand) -> Bool {
    guard found.type == .ighDJ else { return false }
    let read = strand.bases.span
    let d = matrices[found.five.elementClass]
    let j = matrices[found.three.elementClass]
    let afterD = found.five.origin + d.ends[found.five.row] - d.origin
    let beforeJ = found.three.origin + j.starts[found.three.row] - j.origin
    let allowed = Self.maximumDifferences
    let (behind, before) = (Self.signalAfterD, Self.signalBeforeJ)
    let nonamerAfterD = afterD + behind.heptamer.count + Self.spacer.afterD
    let heptamerBeforeJ = beforeJ - before.heptamer.count
    let nonamerBeforeJ = heptamerBeforeJ - Self.spacer.beforeJ - before.nonamer.count
    return differences(behind.heptamer, read, at: afterD) <= allowed.heptamer
      && differences(behind.nonamer, read, at: nonamerAfterD) <= allowed.nonamer
      || differences(before.heptamer, read, at: heptamerBeforeJ) <= allowed.heptamer
        && differences(before.nonamer, read, at: nonamerBeforeJ) <= allowed.nonamer
  }

  /// Whether a V has its recombination signal behind it, as in the genome.
  ///
  /// - Parameters:
  ///   - five: The placed V; `false` for every other element.
  ///   - strand: The strand that it lies on.
  ///   - isLone: Whether nothing else was found on the read: then a heptamer will do where the read
  ///     ends before the nonamer.
  /// - Returns: Whether there is one.
  package func hasSignal(
    behind five: PlacedElement,
    on strand: Strand,
    isLone: Bool
  ) -> Bool {
    guard let spacer = five.elementClass.spacerBehind else { return false }
    let read = strand.bases.span
    let matrix = matrices[five.elementClass]
    let end = five.origin + matrix.ends[five.row] - matrix.origin
    let (allowed, signal) = (Self.maximumDifferences, Self.signalAfterD)
    let allowedInNonamer = isLone ? allowed.nonamer : Self.maximumNonamerDifferencesBeforeJ
    for heptamer in (end - Self.maximumDistance)...(end + Self.maximumDistance) {
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
  /// The bases between heptamer and nonamer of the signal behind a V, nt; `nil` for what is no V.
  fileprivate var spacerBehind: Int? {
    switch self {
    case .heavyV, .lambdaV: 23
    case .kappaV: 12
    case .kappaIntron, .heavyD, .heavyJ, .kappaJ, .lambdaJ, .kappaDeleting: nil
    }
  }
}
