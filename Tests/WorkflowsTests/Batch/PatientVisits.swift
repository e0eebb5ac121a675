import FoundationEssentials
import Nucleotides
import Reports
import TestSupport

/// Read files of the simulated patient with an unrelated clone among them.
struct PatientVisits {
  /// Pairs of the clone in each replicate: about 2 % of the cells.
  private static let pairs = 11_500

  /// One read pair of the clone.
  private let clone: [ReadFile.Read]
  private let replicates: [[ReadFile]]

  /// Takes a pair of a polyclonal, productive IGH VDJ clonotype of the sample without the clone.
  init() async throws {
    replicates = try [1, 2].map { try Patient.files("P1-FU4", $0).map { try ReadFile($0) } }
    let wanted = try await FinishedRun.followup("P1-FU4").rearrangements.filter {
      $0["ct_rearr_class"] == "IGH_VDJ" && $0["productive"] == "T"
    }.map { Array(($0["sequence"] ?? "").utf8) }
    let mates = replicates[0]
    clone =
      wanted.lazy.compactMap { sequence -> [ReadFile.Read]? in
        let tail = NucleotideSequence(String(decoding: sequence.suffix(80), as: UTF8.self))
        guard let end = tail?.reverseComplement.description.utf8 else { return nil }
        return zip(mates[0].reads, mates[1].reads).lazy.compactMap { first, second in
          for (start, other) in [(first, second), (second, first)]
          where start.bases.starts(with: sequence.prefix(80)) && other.bases.starts(with: end) {
            return [first, second]
          }
          return nil
        }.first
      }.first ?? []
  }

  /// Whether a pair was found.
  var hasClone: Bool { clone.count == 2 }

  /// Writes the read files of a visit and gives the rows of its sheet.
  func rows(_ name: String, on day: String, in scratch: ScratchFolder) throws -> [String] {
    try replicates.indices.map { replicate in
      let files = [0, 1].map { "\(name)_\(replicate + 1)_R\($0 + 1).fastq" }
      for mate in [0, 1] {
        var file = replicates[replicate][mate]
        for number in 0..<Self.pairs {
          var read = clone[mate]
          read.header = "clone:\(replicate):\(number)"
          file.reads.append(read)
        }
        try file.write(to: scratch.path(files[mate]), .plain)
      }
      return
        "\(name),\(files[0]),\(files[1]),P1,FU,BM,\(name),\(day),\(replicate + 1),150,,,R1,1,,,,,,,"
    }
  }
}
