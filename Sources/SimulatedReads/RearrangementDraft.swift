import Germline
import Nucleotides
import Rearrangements

/// A rearrangement being put together from its 5′ end, with the truth kept in step.
struct RearrangementDraft {
  /// What is put together; offsets are final as soon as they are set.
  private(set) var rearrangement: SimulatedRearrangement
  /// Offsets that may be substituted: those of V and J outside the anchoring codons.
  private var substitutable: [Range<Int>] = []
  private var cysteine: Int?

  /// Begins an empty molecule.
  init(_ type: RearrangementType) {
    rearrangement = SimulatedRearrangement(
      type: type,
      sequence: NucleotideSequence(),
      ndnRange: 0..<0
    )
  }

  private var end: Int { rearrangement.sequence.count }

  /// Adds bases that stem from no gene.
  mutating func append(_ codes: [UInt8]) { rearrangement.sequence.codes += codes }

  /// Adds a part of a kappa element.
  mutating func appendElement(_ codes: ArraySlice<UInt8>) { append(Array(codes)) }

  /// Adds a V without its last bases; trimming stops before Cys104, which belongs to the truth.
  mutating func appendVariable(_ v: GermlineAllele, trim: Int) {
    guard let anchor = v.anchor else { return }
    rearrangement.vAllele = v.name
    let kept = max(anchor + 3, v.sequence.count - trim)
    substitutable += [0..<anchor, (anchor + 3)..<kept]
    cysteine = anchor
    append(Array(v.sequence.codes.prefix(kept)))
  }

  /// Adds the genome before a D and the D without its last bases.
  mutating func appendDiversity(_ d: GermlineAllele, flank: Int, trim: Int) {
    rearrangement.dAllele = d.name
    append(Array(d.upstream.codes.suffix(flank)))
    let start = end
    append(Array(d.sequence.codes.dropLast(trim)))
    rearrangement.dRange = start..<end
  }

  /// Adds a D without its first and last bases.
  mutating func appendDiversity(_ d: GermlineAllele, trims: (five: Int, three: Int)) {
    rearrangement.dAllele = d.name
    let start = end
    append(Array(d.sequence.codes.dropFirst(trims.five).dropLast(trims.three)))
    rearrangement.dRange = start..<end
  }

  /// Adds a J without its first bases; trimming stops before Trp/Phe118.
  mutating func appendJoining(_ j: GermlineAllele, trim: Int) {
    guard let anchor = j.anchor else { return }
    rearrangement.jAllele = j.name
    let (start, trimmed) = (end, min(trim, anchor))
    append(Array(j.sequence.codes.dropFirst(trimmed)))
    let codon = start + anchor - trimmed
    substitutable += [start..<codon, (codon + 3)..<end]
    if let cysteine { rearrangement.junctionRange = cysteine..<(codon + 3) }
  }

  /// Marks where the 5′ element ends.
  mutating func beginNDN() { rearrangement.ndnRange = end..<end }

  /// Marks where the 3′ element begins.
  mutating func endNDN() { rearrangement.ndnRange = rearrangement.ndnRange.lowerBound..<end }

  /// Substitutes bases of V and J, each with the same chance and by each other base alike.
  mutating func substitute(at rate: Double, using random: inout SeededGenerator) {
    for offset in substitutable.joined() where random.unit() < rate {
      let old = rearrangement.sequence.codes[offset]
      rearrangement.sequence.codes[offset] = (old + 1 + UInt8(random.below(3))) % 4
      rearrangement.substitutions.append(offset)
    }
  }
}
