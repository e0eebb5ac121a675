package import Assays

/// A sample to count: its read files, and how to work on them.
package struct SampleInput: Sendable {
  /// The sample's name.
  package var sample: String
  /// The reads, replicate by replicate.
  package var replicates: [ReplicateInput]
  /// DNA in each replicate that does not state its own, ng; `nil` if not known.
  package var dnaNanograms: Double?
  /// The amplifiable share of the DNA after another assay, above 0 to 1; `nil` if not measured.
  package var measuredAmplifiability: Double?
  /// How many threads to use, at least 1.
  package var threads: Int
  /// What is held in memory.
  package var memory: MemoryBudget
  /// The folder for temporary files.
  package var scratchFolder: String

  /// Describes a sample.
  package init(
    sample: String,
    replicates: [ReplicateInput],
    dnaNanograms: Double? = nil,
    measuredAmplifiability: Double? = nil,
    threads: Int = 1,
    memory: MemoryBudget = .standard,
    scratchFolder: String
  ) {
    (self.sample, self.replicates) = (sample, replicates)
    self.dnaNanograms = dnaNanograms
    self.measuredAmplifiability = measuredAmplifiability
    (self.threads, self.memory, self.scratchFolder) = (threads, memory, scratchFolder)
  }
}
