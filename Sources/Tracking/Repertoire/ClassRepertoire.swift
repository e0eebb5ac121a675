package import Clonotyping
import Nucleotides
package import Rearrangements

/// How much of one class of rearrangements a library holds.
package struct ClassRepertoire: Hashable, Sendable {
  /// One of the largest clonotypes.
  package struct Member: Hashable, Sendable {
    /// The tracked clone's identifier, or else its row in the table of clonotypes.
    package var id: ClonotypeID
    /// V alleles, comma-separated; `nil` without a V.
    package var vCall: String?
    /// J alleles, comma-separated; `nil` without a J.
    package var jCall: String?
    /// The junction's amino acids; `nil` without a junction.
    package var junctionAA: String?
    /// Reads after error collapse.
    package var reads: Int
    /// Reads over usable reads of the class, `0...1`.
    package var likeFraction: Double
  }

  /// The class.
  package var locusClass: LocusClass
  /// Reads of the class, controls left out.
  package var reads: Int
  /// Distinct clonotypes after error collapse.
  package var clonotypes: Int
  /// Reads of the clonotypes by rank, most first.
  package var abundance: [AbundancePoint]
  /// The clonotypes with most reads, at most 20.
  package var largest: [Member]

  /// Clonotypes of each class that are listed by name (chosen here: what a page has room for).
  private static let listedPerClass = 20

  /// The classes that have clonotypes, in order of preference.
  ///
  /// - Parameters:
  ///   - list: The sample's clonotypes.
  ///   - names: Identifiers of clonotypes that have one.
  ///   - annotator: Annotates their best reads.
  /// - Returns: Reads, clonotypes, abundances and the largest clonotypes of each class.
  package static func all(
    of list: ClonotypeList,
    names: [ClonotypeIdentity: CloneID],
    _ annotator: Annotator
  ) -> [ClassRepertoire] {
    var scratch = AnnotationScratch()
    return LocusClass.allCases.compactMap { locusClass in
      guard let sizes = list.sizes[locusClass] else { return nil }
      let total = sizes.reads
      return ClassRepertoire(
        locusClass: locusClass,
        reads: total,
        clonotypes: sizes.clonotypes,
        abundance: AbundancePoint.curve(through: sizes.ranked),
        largest: list.clonotypes(of: locusClass).prefix(Self.listedPerClass).map {
          index,
          clonotype in
          // A clonotype that cannot be annotated is listed without calls.
          let annotated = try? annotator.annotate(
            clonotype.representative.codes.span,
            primerFree: clonotype.primerFree,
            &scratch
          )
          return Member(
            id: names[clonotype.identity].map { .clone($0) } ?? .row(index + 1),
            vCall: annotated?.v?.alleles.joined(separator: ","),
            jCall: annotated?.j?.alleles.joined(separator: ","),
            junctionAA: annotated?.junctionAA,
            reads: clonotype.duplicateCount,
            likeFraction: Double(clonotype.duplicateCount) / Double(max(1, total))
          )
        }
      )
    }
  }
}

/// One point of a rank-abundance curve.
package struct AbundancePoint: Hashable, Sendable {
  /// The place among the clonotypes of the class, most reads first, counted from 1.
  package var rank: Int
  /// The reads of the clonotype in that place.
  package var reads: Int

  /// Creates a point.
  package init(rank: Int, reads: Int) { (self.rank, self.reads) = (rank, reads) }

  /// The curve through the reads of clonotypes, thinned beyond rank 10 so that neighbours differ by a
  /// fifth in rank; the last clonotype is always a point.
  ///
  /// - Parameter reads: Reads of every clonotype, most first.
  /// - Returns: The points by rank; empty without clonotypes.
  package static func curve(
    through reads: some RandomAccessCollection<Int>
  ) -> [AbundancePoint] {
    func size(atRank rank: Int) -> Int {
      reads[reads.index(reads.startIndex, offsetBy: rank - 1)]
    }
    var points: [AbundancePoint] = []
    var rank = 1
    while rank <= reads.count {
      points.append(AbundancePoint(rank: rank, reads: size(atRank: rank)))
      rank = rank < reads.count ? min(reads.count, max(rank + 1, rank * 6 / 5)) : reads.count + 1
    }
    return points
  }
}
