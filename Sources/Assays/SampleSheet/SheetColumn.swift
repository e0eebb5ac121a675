import Monitoring

/// A column of the sample sheet that says what a sample is and where its reads are.
///
/// Columns about the specimen are those of `SpecimenColumn`; any other column is kept as it is.
enum SheetColumn: String, CaseIterable, Hashable, Sendable {
  /// The sample's name; rows of one name are replicates or further lanes.
  case sample
  /// The file of the first mates or of single reads.
  case firstMates = "fastq_1"
  /// The file of the second mates.
  case secondMates = "fastq_2"
  /// The patient, or what a control is called.
  case subject
  /// What the sample is for.
  case role
  /// The PCR the row's reads are of.
  case replicate
  /// DNA in the replicate, ng.
  case dnaNanograms = "dna_ng"
  /// The sequencing run.
  case run
  /// The lane of the run.
  case lane
  /// The sample index (barcode).
  case index
  /// Whether the index is one of a unique dual set.
  case isUniqueDual = "udi"
  /// The laboratory.
  case lab
  /// Whether the laboratory is the study's central one.
  case labRole = "lab_role"
  /// Plasma cells by cytology, percent.
  case plasmaCellPercent = "plasma_cell_percent"
  /// Whether plasma cells were enriched before the extraction.
  case enriched

  /// The columns a sheet must have.
  static let required: [SheetColumn] = [.sample, .firstMates, .subject, .role]

  /// Whether the rows of one sample may differ in this column.
  var differsByRow: Bool {
    switch self {
    case .firstMates, .secondMates, .replicate, .dnaNanograms, .run, .lane, .index,
      .isUniqueDual:
      true
    case .sample, .subject, .role, .lab, .labRole, .plasmaCellPercent, .enriched: false
    }
  }

  /// Whether an empty value is an error in every row.
  var isNeeded: Bool { self == .sample || self == .role }

  /// The form its values must have, as errors print it.
  var acceptedForm: String {
    switch self {
    case .sample, .subject:
      "a name without spaces and slashes that does not start with a dot"
    case .firstMates, .secondMates: "the path of a FASTQ file"
    case .role: SampleRole.allCases.map(\.rawValue).joined(separator: ", ")
    case .replicate: "a whole number from 1"
    case .dnaNanograms: "a number of ng from 0 to 1000000"
    case .run, .lab: "a text"
    case .lane: "a lane such as 1"
    case .index: "bases such as ACGTACGT or ACGTACGT+TGCATGCA"
    case .isUniqueDual, .enriched: "T or F"
    case .labRole: "CENTRAL or LOCAL"
    case .plasmaCellPercent: "a number from 0 to 100"
    }
  }
}
