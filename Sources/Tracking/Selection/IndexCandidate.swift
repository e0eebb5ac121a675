package import Clonotyping
package import Rearrangements

/// One gate of the selection with what it measured.
package struct SelectionGate: Hashable, Sendable {
  /// The gate; raw values are the keys of the record's `gates`.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Usable reads of the locus class.
    case depth
    /// Share of like templates.
    case frequency
    /// Templates in the sample; without internal controls not known.
    case templates
    /// Share of nucleated cells; without internal controls not known.
    case cellFraction = "cell_fraction"
    /// Unrelated like clonotypes in the next decade of shares.
    case discontinuity
    /// Share over the share of the third like clonotype.
    case dominance
    /// Ratio of the shares of the replicates.
    case reproducibility
    /// Expected background templates in a follow-up.
    case uniqueness
    /// Known bases of the widest window around all recombined bases; 0 where a side is too short.
    case signature
    /// Index rearrangements of the locus, this one among them.
    case plausibility
    /// Kappa V–J rearrangements among the index, where the M-protein's light chain is kappa.
    case lightChain = "light_chain"
  }

  /// Which gate.
  package var kind: Kind
  /// What was measured; `nil` if it could not be.
  package var value: Double?
  /// The limit it is held to; `nil` if none applies.
  package var limit: Double?
  /// Whether the value keeps the limit; what is not known does.
  package var passed: Bool
  /// Whether a candidate that fails is rejected; otherwise failing limits its use or is a finding.
  package var isRequired = true
}

/// How sure a candidate's frequency makes it.
package enum SelectionTier: String, CaseIterable, Codable, Hashable, Sendable {
  /// At least 5 % of like templates.
  case a = "A"
  /// At least 3 %.
  case b = "B"
}

/// What an accepted clonotype may be used for.
package enum TrackingRole: String, CaseIterable, Codable, Hashable, Sendable {
  /// Its detection alone makes a sample positive.
  case primary
  /// Seen in healthy cells too often to decide alone.
  case supporting
}

/// A clonotype that was considered as an index, with every gate's value.
package struct IndexCandidate: Hashable, Sendable {
  /// The identifier; the same at baseline and at every follow-up.
  package var cloneID: CloneID
  /// The clonotype.
  package var clonotype: Clonotype
  /// The annotation of its representative read.
  package var rearrangement: Rearrangement
  /// Its share of the class's reads, `0...1`.
  package var likeFraction: Double
  /// Its templates in the sample; `nil` without internal controls.
  package var templates: Double?
  /// Its share of nucleated cells; `nil` without internal controls or for enriched samples.
  package var cellFraction: Double?
  /// The tier; `nil` below both.
  package var tier: SelectionTier?
  /// Every gate, in the order of `SelectionGate.Kind`.
  package var gates: [SelectionGate]
  /// The signature by which it is followed; `nil` if the read is too short for one.
  package var signature: Signature?
  /// Unrelated templates with the same signature to be expected in a follow-up; `nil` without a
  /// signature.
  package var expectedBackground: ExpectedBackground.Estimate?
  /// The role; `nil` if rejected.
  package var role: TrackingRole?

  /// What its reads are found by; `nil` without a signature.
  package var target: SignatureTarget? {
    signature.map { SignatureTarget(signature: $0, type: clonotype.type) }
  }

  /// The class it was compared in.
  package var locusClass: LocusClass { LocusClass(clonotype.type) }
}
