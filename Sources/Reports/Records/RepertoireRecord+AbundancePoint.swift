extension RepertoireRecord {
  /// One point of a rank-abundance curve.
  package struct AbundancePoint: Codable, Hashable, Sendable {
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

    private enum CodingKeys: String, CodingKey {
      case rank
      case reads
    }
  }
}
