package import Assays
import FoundationEssentials

/// The simulated patient of `testdata/patient`.
package enum Patient {
  /// The patient's name.
  package static let subject = "P1"
  /// The follow-ups, from the highest level to none.
  package static let followups = ["P1-FU1", "P1-FU2", "P1-FU3", "P1-FU4"]
  /// The folder of the patient.
  package static let folder = root(of: #filePath) + "/testdata/patient"
  /// The assay that the reads were made with.
  package static let assayPath = folder + "/assay.yaml"

  private static func root(of file: String) -> String {
    var url = URL(filePath: file)
    for _ in 0..<4 { url.deleteLastPathComponent() }
    return url.path
  }

  /// The two read files of a replicate, counted from 1.
  package static func files(_ sample: String, _ replicate: Int) -> [String] {
    [1, 2].map { "\(folder)/reads/\(sample)_\(replicate)_R\($0).fastq.gz" }
  }

  /// The two replicates of a sample.
  package static func replicates(_ sample: String) -> [ReplicateInput] {
    [1, 2].map { replicate in
      let mates = files(sample, replicate)
      return ReplicateInput(lanes: [.init(first: mates[0], second: mates[1])])
    }
  }

  /// What the sample sheet says about the DNA of a replicate, ng.
  package static func dnaNanograms(_ sample: String) throws -> Double {
    let sheet = try String(contentsOfFile: folder + "/samplesheet.csv", encoding: .utf8)
    let rows = sheet.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let column = rows[0].firstIndex(of: "dna_ng") ?? 0
    return rows.first { $0[0] == sample }.flatMap { Double($0[column]) } ?? .nan
  }
}
