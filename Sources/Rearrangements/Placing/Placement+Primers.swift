import Alignments
import Nucleotides

extension Placement {
  /// What each of some rows loses because it differs from the primer at one end, where another of them
  /// is that primer's template.
  ///
  /// The bases are the primer's and show no mutation, but a primer seldom finds a gene that it does
  /// not fit, and hypermutation leaves little of a J to tell it by.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - end: The end of the strand.
  /// - Returns: Units of `SegmentScore` for each of the rows, in their order; empty if none is the
  ///   primer's template.
  package func primerPenalties(ofRows rows: some Collection<Int>, at end: StrandEnd) -> [Int] {
    let hidden =
      switch end {
      case .five: strand.primerFree.lowerBound
      case .three: strand.count - strand.primerFree.upperBound
      }
    guard hidden >= PrimerParameters.minimumLength else { return [] }
    let tolerated = PrimerParameters.toleratedDifferences
    var different: [Int] = []
    for row in rows {
      let under = basesUnderPrimer(ofRow: row, at: end)
      different.append(
        under.count < PrimerParameters.minimumLength
          ? tolerated + 1 : differences(ofRow: row, over: under)
      )
    }
    guard different.contains(where: { $0 <= tolerated }) else { return [] }
    return different.map {
      min(
        PrimerParameters.maximumPenalty,
        PrimerParameters.penalty * max(0, $0 - tolerated)
      )
    }
  }

  /// Whether the bases under the primer at one end are those of a row.
  package func isPrimed(row: Int, at end: StrandEnd) -> Bool {
    let under = basesUnderPrimer(ofRow: row, at: end)
    guard under.count >= PrimerParameters.minimumLength else { return false }
    return PrimerParameters.differenceShare * differences(ofRow: row, over: under) <= under.count
  }

  /// The bases under the primer at one end that have a counterpart in a row.
  private func basesUnderPrimer(ofRow row: Int, at end: StrandEnd) -> Range<Int> {
    let primerFree = strand.primerFree
    let (first, last) =
      switch end {
      case .five:
        (
          max(0, primerFree.lowerBound - PrimerParameters.maximumLength),
          primerFree.lowerBound
        )
      case .three:
        (
          primerFree.upperBound,
          min(strand.count, primerFree.upperBound + PrimerParameters.maximumLength)
        )
      }
    let shift = origin - matrix.origin
    return clippedRange(
      max(first, matrix.starts[row] + shift),
      min(last, matrix.ends[row] + shift)
    )
  }
}
