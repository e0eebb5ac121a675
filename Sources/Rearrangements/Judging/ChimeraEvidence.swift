/// What speaks for another locus than that of the elements found.
struct ChimeraEvidence {
  /// The scores of the 5′ elements that were placed, by class.
  private var fiveScores = InlineArray<9, Int>(repeating: 0)

  /// Takes a placed 5′ element into account.
  mutating func add(_ five: PlacedElement) {
    guard five.hasFlank else { return }
    fiveScores[Int(five.elementClass.rawValue)] = five.score
  }

  /// Whether another locus has the better claim to one of the elements.
  ///
  /// - Parameters:
  ///   - found: The elements.
  ///   - votes: Those of the strand.
  ///   - length: The bases of the strand.
  /// - Returns: Whether the read joins two loci.
  func isChimera(_ found: LocatedRearrangement, by votes: OriginVotes, length: Int) -> Bool {
    let locus = found.five.elementClass.locus
    for other in ElementClass.allCases
    where other.isFivePrime && other.locus != locus
      && fiveScores[Int(other.rawValue)] > found.five.score + EvidenceParameters.otherLocusMargin
    {
      return true
    }
    let own = votes.count[Int(found.three.elementClass.rawValue)]
    for other in ElementClass.allCases
    where !other.isFivePrime && !found.five.elementClass.partners.contains(other) {
      let count = votes.count[Int(other.rawValue)]
      let origin = votes.origin[Int(other.rawValue)]
      if count >= EvidenceParameters.otherLocusVotes,
        count >= own + EvidenceParameters.otherLocusVotes,
        (found.five.origin..<length).contains(origin)
      {
        return true
      }
    }
    return false
  }
}
