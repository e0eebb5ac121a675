import Nucleotides

extension Annotator {
  /// Most bases that a dimer has between its primers, nt: less than any J keeps of its own.
  private static let longestDimerInsert = 10

  /// The closest reason for a read that was rejected for want of an element or of evidence: what it is,
  /// where that can be told, instead of what it lacks.
  ///
  /// - Parameters:
  ///   - reason: The reason found so far.
  ///   - read: Base codes of the read, either strand.
  ///   - primerFree: Offsets of the read that are not under a primer.
  ///   - scratch: Holds the V of the read, if it has one.
  /// - Returns: `primerDimer`, `germlineV` or `phiX` where the read is one, else `reason`.
  func refined(
    _ reason: RejectionReason,
    _ read: Span<UInt8>,
    _ primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) -> RejectionReason {
    switch reason {
    case .tooShort, .noFivePrimeElement, .noThreePrimeElement, .weakEvidence: break
    default: return reason
    }
    let hasBothPrimers = primerFree.lowerBound > 0 && primerFree.upperBound < read.count
    if hasBothPrimers, primerFree.count <= Self.longestDimerInsert { return .primerDimer }
    if let lone = scratch.lone {
      let coding = scratch.coding(lone.revComp)
      return hasSignal(behind: lone.element, coding.span, isLone: true) ? .germlineV : reason
    }
    return phiX.hold(read) ? .phiX : reason
  }
}
