/// What `clonetrack plan` is asked.
package struct PlanRequest: Hashable, Sendable {
  /// The cutoffs to reach, as fractions; empty takes those of the profile.
  package var cutoffs: [Double] = []
  /// The chance of seeing a clone that is as frequent as the cutoff, above 0 and below 1.
  package var power = 0.95
  /// The templates of the clone that must be there, 1 or more.
  package var templates = 1
  /// DNA in each replicate, ng; `nil` says nothing of a sample.
  package var dnaNanograms: Double?
  /// The replicates of that sample, 1 or more.
  package var replicates = 1
  /// The mean reads of a template, above 0; `nil` takes the profile's.
  package var readsPerTemplate: Double?
  /// The copies of the controls in each replicate, above 0; `nil` takes the assay's or the profile's.
  package var controlCopies: Double?
  /// The amplifiable share of the DNA, above 0; `nil` if not known, which counts as all of it.
  package var amplifiability: Double?
  /// The share of the cells whose rearrangement the primers amplify, `0...1`; `nil` if not known.
  package var rearrangedFraction: Double?
  /// The path of `assay.yaml`; `nil` for a preset or none.
  package var assayPath: String?
  /// The name of a preset; `nil` for a file or none.
  package var presetName: String?

  /// Creates a request of the table for the profile.
  package init() {}
}
