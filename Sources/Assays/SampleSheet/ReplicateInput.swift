/// The read files of one replicate (one PCR), lane by lane.
package struct ReplicateInput: Hashable, Sendable {
  /// The files of one lane; `-` is standard input.
  package struct Lane: Hashable, Sendable {
    /// The path of the first mates, or of the single reads.
    package var first: String
    /// The path of the second mates; `nil` for single reads and for interleaved input.
    package var second: String?

    /// Creates a lane.
    package init(first: String, second: String? = nil) {
      (self.first, self.second) = (first, second)
    }
  }

  /// The lanes in the order given; never empty.
  package var lanes: [Lane]
  /// DNA in this replicate, ng; `nil` takes the sample's.
  package var dnaNanograms: Double?

  /// Creates a replicate.
  package init(lanes: [Lane], dnaNanograms: Double? = nil) {
    (self.lanes, self.dnaNanograms) = (lanes, dnaNanograms)
  }
}
