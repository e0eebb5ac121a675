package import Clonotyping
package import Rearrangements

/// A clonotype as the drift rules see it, of the baseline or of the later sample.
package struct DriftClonotype: Hashable, Sendable {
  /// Its identifier.
  package var id: ClonotypeID
  /// The kind of recombination.
  package var type: RearrangementType
  /// V alleles, comma-separated; `nil` without a V.
  package var vCall: String?
  /// J alleles, comma-separated; `nil` without a J.
  package var jCall: String?
  /// Its bases.
  package var layout: RearrangementLayout
  /// Its reads in the replicates that count.
  package var reads: Int
  /// Its templates; `nil` if reads cannot be scaled.
  package var templates: Double?
  /// Its share of the class's reads, `0...1`.
  package var likeFraction: Double
  /// Its share of nucleated cells; `nil` if not known.
  package var cellFraction: Double?
  /// The tracked clone whose signature it holds; `nil` for any other, or if that is not known.
  package var trackedID: CloneID?
  /// Whether it passes every gate of tier A of an index clonotype in its sample.
  package var isDominant: Bool

  /// Creates a clonotype.
  package init(
    id: ClonotypeID,
    type: RearrangementType,
    vCall: String?,
    jCall: String?,
    layout: RearrangementLayout,
    reads: Int,
    templates: Double?,
    likeFraction: Double,
    cellFraction: Double?,
    trackedID: CloneID? = nil,
    isDominant: Bool = false
  ) {
    self.id = id
    self.type = type
    self.vCall = vCall
    self.jCall = jCall
    self.layout = layout
    self.reads = reads
    self.templates = templates
    self.likeFraction = likeFraction
    self.cellFraction = cellFraction
    self.trackedID = trackedID
    self.isDominant = isDominant
  }

  /// The class it is compared in.
  package var locusClass: LocusClass { LocusClass(type) }
  /// Its V genes.
  package var vGenes: Set<Substring> { Self.genes(vCall) }
  /// Its J genes.
  package var jGenes: Set<Substring> { Self.genes(jCall) }
  /// The families of its V genes: `IGHV3` of `IGHV3-23*01`.
  package var vFamilies: Set<Substring> { Set(vGenes.map { $0.prefix { $0 != "-" && $0 != "S" } }) }

  /// Whether another clonotype has the same bases in the window.
  package func hasWindow(of other: DriftClonotype) -> Bool {
    type == other.type && layout.windowBases == other.layout.windowBases
  }

  private static func genes(_ call: String?) -> Set<Substring> {
    Set((call ?? "").split(separator: ",").map { $0.prefix { $0 != "*" } })
  }
}
