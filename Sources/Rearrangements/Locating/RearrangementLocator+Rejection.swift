extension RearrangementLocator {
  /// The closest reason for a read that was rejected for want of an element or of evidence: what it is,
  /// where that can be told, instead of what it lacks.
  ///
  /// - Parameters:
  ///   - reason: The reason found so far.
  ///   - read: Base codes of the read, either strand.
  ///   - primerFree: Offsets of the read that are not under a primer.
  ///   - lone: The V of the read, if it has one.
  /// - Returns: `primerDimer`, `germlineV` or `phiX` where the read is one, else `reason`.
  func refined(
    _ reason: RejectionReason,
    _ read: Span<UInt8>,
    primerFree: Range<Int>,
    lone: LoneElement?
  ) -> RejectionReason {
    switch reason {
    case .tooShort, .noFivePrimeElement, .noThreePrimeElement, .weakEvidence: break
    case .chimera, .unrearranged, .germlineV, .junctionNotCovered, .primerDimer, .phiX:
      return reason
    }
    let hasBothPrimers = primerFree.lowerBound > 0 && primerFree.upperBound < read.count
    if hasBothPrimers, primerFree.count <= EvidenceParameters.maximumDimerInsert {
      return .primerDimer
    }
    if let lone {
      let isGermline = signals.hasSignal(behind: lone.element, on: lone.strand, isLone: true)
      return isGermline ? .germlineV : reason
    }
    return phiX.hold(read) ? .phiX : reason
  }
}
