import FoundationEssentials
import TestSupport

/// What the simulator knows about the patient; field names are those of `truth.json`.
struct PatientTruth: Decodable {
  /// A rearrangement of the clone.
  struct Clone: Decodable {
    var name: String
    var rearrangement_type: String
    var junction: String?
    var sequence: String
  }

  /// A patient.
  struct Subject: Decodable { var clone: [Clone] }

  /// Every acceptable answer about a sample.
  struct Expected: Decodable {
    var call: [String]?
    var verdict: [String]?
    var status: [String: [String]]?
    var mrd_true: Double?
  }

  /// A sample.
  struct Sample: Decodable {
    var pairs: Int
    var clone_reads: [String: Int]
    var expected: Expected
  }

  var subjects: [String: Subject]
  var samples: [String: Sample]

  /// Reads the patient's truth.
  init() throws {
    let bytes = try Data(contentsOf: URL(filePath: Patient.folder + "/truth.json"))
    self = try JSONDecoder().decode(Self.self, from: bytes)
  }
}
