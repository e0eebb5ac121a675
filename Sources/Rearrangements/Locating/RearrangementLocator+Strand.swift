import Nucleotides

/// What was found on a strand so far.
private struct StrandFindings {
  /// The best pair of elements with the rows that fit them.
  var best: (located: LocatedRearrangement, fiveRows: [Int], threeRows: [Int])?
  /// Why there is none.
  var reason = RejectionReason.noFivePrimeElement
  /// What speaks for another locus.
  var chimera = ChimeraEvidence()

  /// The score of the best pair.
  var bestScore: Int {
    best.map { $0.located.five.score + $0.located.three.score } ?? 0
  }
}

extension RearrangementLocator {
  /// Finds the elements of a rearrangement on one strand of the read in `scratch`.
  ///
  /// - Parameters:
  ///   - strand: The strand.
  ///   - votes: Those of its 8-mers.
  ///   - only: The only 3′ class to look for; `nil` for all that recombine with the 5′ class.
  ///   - scratch: Receives the equally good rows.
  /// - Returns: The placed elements.
  /// - Throws: `RejectionReason` if the strand shows no rearrangement.
  func locate(
    on strand: Strand,
    by votes: OriginVotes,
    partner only: ElementClass? = nil,
    _ scratch: inout AnnotationScratch
  ) throws(RejectionReason) -> LocatedRearrangement {
    var findings = StrandFindings()
    var tried: UInt16 = 0
    for attempt in 0..<Parameters.maximumTriedClasses {
      guard let elementClass = votes.mostVoted(besides: tried) else { break }
      tried |= 1 << UInt16(elementClass.rawValue)
      if attempt > 0, findings.best != nil,
        Parameters.voteFactor * votes.count[Int(elementClass.rawValue)] < votes.bestOfFivePrime
      {
        break
      }
      let voted = votes.origin(of: elementClass)
      let placed = fivePrime.place(elementClass, at: voted, on: strand, &scratch.placing)
      guard let five = placed, five.score > 0 || strand.primerFree.lowerBound > 0 else {
        if scratch.keepTruncated(Placement(matrices[elementClass], on: strand, at: voted)) {
          findings.reason = .noThreePrimeElement
        }
        continue
      }
      findings.chimera.add(five)
      for partner in elementClass.partners where partner == only ?? partner {
        findPartner(partner, of: five, by: votes, on: strand, &findings, &scratch)
      }
    }
    guard let (found, fiveRows, threeRows) = findings.best else { throw findings.reason }
    guard !findings.chimera.isChimera(found, by: votes, length: strand.count) else {
      throw .chimera
    }
    guard !signals.isUnrearranged(found, on: strand) else { throw .unrearranged }
    guard !signals.hasSignal(behind: found.five, on: strand, isLone: false) else {
      throw .germlineV
    }
    (scratch.placing.fiveRows, scratch.placing.threeRows) = (fiveRows, threeRows)
    var located = found
    located.separateElements(on: strand, matrices)
    let window = located.windowRange
    guard window.lowerBound >= 0, window.upperBound <= strand.count, !window.isEmpty else {
      throw .junctionNotCovered
    }
    return located
  }

  /// Looks for the 3′ element of one class behind a placed 5′ element.
  private func findPartner(
    _ partner: ElementClass,
    of five: PlacedElement,
    by votes: OriginVotes,
    on strand: Strand,
    _ findings: inout StrandFindings,
    _ scratch: inout AnnotationScratch
  ) {
    let placed = threePrime.place(
      partner,
      behind: five,
      by: votes,
      on: strand,
      &scratch.placing
    )
    guard let type = RearrangementType(five.elementClass, partner), let three = placed else {
      scratch.keepLone(five, on: strand)
      if findings.reason == .noFivePrimeElement, five.score >= EvidenceParameters.minimumFive {
        findings.reason = .noThreePrimeElement
      }
      return
    }
    guard
      let (five, three) = judge.evident(
        five,
        three,
        on: strand,
        rows: &scratch.placing.fiveRows
      )
    else {
      findings.reason = .weakEvidence
      return
    }
    guard five.score + three.score > findings.bestScore else { return }
    findings.best = (
      LocatedRearrangement(type: type, revComp: strand.revComp, five: five, three: three),
      scratch.placing.fiveRows, scratch.placing.threeRows
    )
  }
}
