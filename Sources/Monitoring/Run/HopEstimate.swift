package import Quantification

/// The chance that a read of one library turns up in another one of its lane.
package struct HopEstimate: Hashable, Sendable {
  /// Where the rate comes from.
  package enum Source: String, Hashable, Sendable {
    /// The run: reads of index clonotypes in samples of other subjects and in blanks.
    case foreignReads = "FOREIGN_READS"
    /// The profile: the run cannot tell.
    case prior = "PRIOR"
  }

  /// The rate that expected reads are computed with, per pair of libraries.
  package var rate: Double
  /// The two-sided 95 % interval of the rate that the run shows; `nil` if it shows none.
  package var interval: LevelInterval?
  /// Where the rate comes from.
  package var source: Source
  /// The reads found where they do not belong.
  package var foreignReads: Int
  /// The reads of their sources, once for each sample they could have turned up in.
  package var exposedReads: Int

  /// States an estimate.
  package init(
    rate: Double,
    interval: LevelInterval?,
    source: Source,
    foreignReads: Int,
    exposedReads: Int
  ) {
    self.rate = rate
    self.interval = interval
    self.source = source
    self.foreignReads = foreignReads
    self.exposedReads = exposedReads
  }
}
