package import Clonotyping
import Nucleotides
package import Rearrangements

/// A rearrangement by which a patient's clone is followed: an index clonotype of a diagnostic
/// sample, with all that later samples are held against.
package struct IndexClone: Hashable, Sendable {
  /// The identifier.
  package var id: CloneID
  /// The kind of recombination.
  package var type: RearrangementType
  /// V alleles that fit equally well, comma-separated; `nil` without a V.
  package var vCall: String?
  /// D alleles, comma-separated; `nil` where none is found beyond chance.
  package var dCall: String?
  /// J alleles, comma-separated; `nil` in Kde rearrangements.
  package var jCall: String?
  /// Bases from Cys104 to Trp/Phe118 inclusive; `nil` where there is no junction.
  package var junction: String?
  /// The junction beside its germline; `nil` if its bases are not known.
  package var alignment: JunctionAlignment?
  /// What its reads are found by.
  package var signature: Signature
  /// Reads over usable reads of its locus class, `0...1`.
  package var likeFraction: Double
  /// Clonal cells over nucleated cells, `0...1`; `nil` without scaling.
  package var cellFraction: Double?
  /// How dominant it is; `nil` below tier B.
  package var tier: SelectionTier?
  /// What it may be used for.
  package var role: TrackingRole
  /// Templates expected from unrelated cells at the planned follow-up depth; `nil` if not known.
  package var expectedBackground: Double?

  /// Creates a clone.
  package init(
    id: CloneID,
    type: RearrangementType,
    vCall: String? = nil,
    dCall: String? = nil,
    jCall: String? = nil,
    junction: String? = nil,
    alignment: JunctionAlignment? = nil,
    signature: Signature,
    likeFraction: Double,
    cellFraction: Double? = nil,
    tier: SelectionTier? = nil,
    role: TrackingRole,
    expectedBackground: Double? = nil
  ) {
    (self.id, self.type) = (id, type)
    (self.vCall, self.dCall, self.jCall) = (vCall, dCall, jCall)
    (self.junction, self.alignment, self.signature) = (junction, alignment, signature)
    (self.likeFraction, self.cellFraction) = (likeFraction, cellFraction)
    (self.tier, self.role) = (tier, role)
    self.expectedBackground = expectedBackground
  }

  /// What its reads are found by, with the tolerance of its type.
  package var target: SignatureTarget { SignatureTarget(signature: signature, type: type) }

  /// The class it is compared in.
  package var locusClass: LocusClass { LocusClass(type) }
}

extension IndexClone {
  /// Whether two clones are one rearrangement, perhaps mutated since: one signature holds the other,
  /// or genes in common and junctions (or recombined bases) that are near.
  func isRelated(to other: IndexClone) -> Bool {
    guard type == other.type else { return false }
    let (own, theirs) = (signature.bases.description, other.signature.bases.description)
    if own.contains(theirs) || theirs.contains(own) { return true }
    guard shareGene(vCall, other.vCall), shareGene(jCall, other.jCall) else { return false }
    if let junction, let theirs = other.junction {
      return Self.isNear(Array(junction.utf8), Array(theirs.utf8))
    }
    guard junction == nil, other.junction == nil else { return false }
    return Self.isNear(recombined, other.recombined)
  }

  /// The recombined bases with as much on both sides as any signature has.
  private var recombined: [UInt8] {
    let bases = signature.bases.codes
    let start = max(0, signature.ndn.lowerBound - Signature.minimumFlank)
    let end = min(bases.count, signature.ndn.upperBound + Signature.minimumFlank)
    return start < end ? Array(bases[start..<end]) : []
  }

  /// Junctions of one length with at most one base in ten (or two) different: the limit by which
  /// members of a family are told (article "Index selection", section 6).
  private static func isNear(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.count == right.count && !left.isEmpty
      && zip(left, right).count { $0 != $1 } <= max(2, left.count / 10)
  }

  private func shareGene(_ left: String?, _ right: String?) -> Bool {
    guard let left, let right else { return left == right }
    func genes(_ calls: String) -> Set<Substring> {
      Set(calls.split(separator: ",").map { $0.prefix { $0 != "*" } })
    }
    return !genes(left).isDisjoint(with: genes(right))
  }
}
