package import Clonotyping
package import Nucleotides
package import Quantification
package import Rearrangements

/// What a laboratory's assay is: `assay.yaml`, checked.
package struct Assay: Sendable {
  /// The primers of one rearrangement type.
  package struct Target: Sendable {
    /// The type that the primers amplify.
    package var type: RearrangementType
    /// Primers on the coding strand's side.
    package var forward: [Primer]
    /// Primers on the other side.
    package var reverse: [Primer]
  }

  /// A control with what it looks like in reads.
  package struct Control: Sendable {
    /// What quantification needs.
    package var definition: ControlDefinition
    /// The type of rearrangement that a spike imitates; `nil` for a genomic control.
    package var type: RearrangementType?
    /// The amplicon, primers included.
    package var sequence: NucleotideSequence
    /// The amplicon of a genomic control's competitor; `nil` without one.
    package var competitorSequence: NucleotideSequence?
  }

  /// The assay's name.
  package var name: String
  /// The sha256 of the file, lower-case hexadecimal; empty if there is none.
  package var sha256: String
  /// The identifier of the threshold profile.
  package var profileID: String
  /// Picograms of DNA in a diploid genome; `nil` takes the profile's.
  package var picogramsPerGenome: Double?
  /// The squared CV of a template's amplification that the laboratory found with its controls; `nil`
  /// takes the profile's.
  package var amplificationVariance: Double?
  /// Reads of a tracked clone per million reads that the laboratory's blanks and polyclonal controls
  /// show, best with an upper bound.
  package var blankReadsPerMillion = 0.0
  /// Thresholds that differ from the profile's, by dotted name.
  package var thresholds: [String: String] = [:]
  /// How well primer families amplify, relative to one another.
  package var efficiencies = PrimerEfficiencies.equal
  /// Where reads carry a molecular identifier; `nil` if they do not.
  package var identifiers: UMIPattern?
  /// Primers by type.
  package var targets: [Target]
  /// Internal controls in the order of the file.
  package var controls: [Control]

  /// An assay of which nothing is known: no primers are trimmed, nothing is scaled.
  package static let unknown = Assay(
    name: "not stated",
    sha256: "",
    profileID: ThresholdProfile.clonetrackMMv1.id,
    picogramsPerGenome: nil,
    targets: [],
    controls: []
  )

  /// All primers, ready to be found in reads.
  package var primers: PrimerSet { PrimerSet(targets.flatMap { $0.forward + $0.reverse }) }
}
