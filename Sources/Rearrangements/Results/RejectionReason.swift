/// Why a read is no annotated rearrangement; raw values appear in stage counts and reports.
package enum RejectionReason: String, Error, CaseIterable, Hashable, Sendable {
  /// Fewer bases than any rearrangement has.
  case tooShort = "too_short"
  /// Nothing of a V, a D flank or the kappa intron beyond chance.
  case noFivePrimeElement = "no_v_d_or_intron"
  /// A 5′ element, but no J or Kde that it recombines with.
  case noThreePrimeElement = "no_j_or_kde"
  /// Both elements, but too little of them outside primers to exclude chance.
  case weakEvidence = "weak_evidence"
  /// The 5′ element of one locus with the 3′ element of another.
  case chimera = "chimera"
  /// D and J as they lie in the genome, the recombination signal still between them.
  case unrearranged
  /// A V as it lies in the genome, its recombination signal still behind it.
  case germlineV = "germline_v"
  /// Both elements, but the read does not reach from anchor to anchor.
  case junctionNotCovered = "junction_not_covered"
  /// Two primers with next to nothing between them.
  case primerDimer = "primer_dimer"
  /// A read of phiX174, the control that sequencers are given.
  case phiX = "phix"
}
