package import Tracking

extension RepertoireRecord {
  /// One point of a rank-abundance curve.
  package struct AbundancePoint: Codable, Hashable, Sendable {
    /// The place among the clonotypes of the class, most reads first, counted from 1.
    package var rank: Int
    /// The reads of the clonotype in that place.
    package var reads: Int

    /// Creates a point.
    package init(rank: Int, reads: Int) { (self.rank, self.reads) = (rank, reads) }

    /// The record of a point.
    package init(_ point: Tracking.AbundancePoint) {
      self.init(rank: point.rank, reads: point.reads)
    }

    private enum CodingKeys: String, CodingKey {
      case rank
      case reads
    }
  }

  /// The record of a class.
  package init(_ repertoire: ClassRepertoire) {
    self.init(
      locusClass: repertoire.locusClass,
      usableReads: repertoire.reads,
      clonotypes: repertoire.clonotypes,
      abundance: repertoire.abundance.map { AbundancePoint($0) },
      largest: repertoire.largest.map { member in
        Largest(
          cloneID: member.id.description,
          vCall: member.vCall,
          jCall: member.jCall,
          junctionAA: member.junctionAA,
          duplicateCount: member.reads,
          likeFraction: member.likeFraction
        )
      }
    )
  }
}
