package import Monitoring

/// The samples of a run as a laboratory lists them: `samplesheet.csv`, checked.
package struct SampleSheet: Hashable, Sendable {
  /// One sample with all its rows.
  package struct Sample: Hashable, Sendable {
    /// The name, unique in the sheet.
    package var name: String
    /// The patient; a control without one has its role's name.
    package var subject: String
    /// What the sample is for.
    package var role: SampleRole
    /// The name of the visit; `nil` if not stated.
    package var visit: String?
    /// The replicates in ascending order, their lanes in the order of the rows; empty if the sample
    /// was never received.
    package var replicates: [ReplicateInput]
    /// Where its libraries were sequenced, row by row.
    package var libraries: [RunLibrary]
    /// What the sheet says about the specimen; the first row's values where rows may differ.
    package var specimen: SpecimenEvidence
    /// Every column but the read files; values that differ between rows joined by `;` in their
    /// order, empty ones left out.
    package var metadata: [String: String]
    /// The line of the first row, counted from 1.
    package var line: Int
  }

  /// The path as the user gave it.
  package var path: String
  /// The sha256 of the file's bytes, lower-case hexadecimal.
  package var sha256: String
  /// The samples, in the order of their first rows.
  package var samples: [Sample]

  /// The file's name without folders.
  package var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The baseline samples that a sample is followed by: those of its subject that were not taken
  /// after it, in the order of the sheet.
  package func baselines(of sample: Sample) -> [Sample] {
    samples.filter { other in
      guard other.role.isBaseline, other.subject == sample.subject else { return false }
      guard let taken = other.specimen.collectionDate, let day = sample.specimen.collectionDate
      else { return true }
      return taken <= day
    }
  }
}
