import FoundationEssentials
import Nucleotides
import TestSupport

/// Read pairs of fragments without an error, as many of each as a scenario wants.
///
/// Beside polyclonal reads of the simulated patient's sample without the clone.
struct SimulatedLibrary {
  /// Bases of each mate.
  private static let length = 150

  /// What the tube holds: fragments with their read pairs.
  var fragments: [(bases: String, pairs: Int)]

  /// A tube of polyclonal rearrangements and more.
  init(_ background: [(bases: String, pairs: Int)], adding more: [(bases: String, pairs: Int)]) {
    fragments = background + more
  }

  /// The polyclonal rearrangements of the patient's sample without the clone, with their reads.
  static func background() async throws -> [(bases: String, pairs: Int)] {
    try await FinishedRun.followup("P1-FU4").rearrangements.compactMap { row in
      guard let bases = row["sequence"], bases.utf8.count > length,
        let pairs = row["duplicate_count"].flatMap({ Int($0) })
      else { return nil }
      return (bases, pairs)
    }
  }

  /// Writes the two files of the tube.
  func write(_ name: String, in scratch: ScratchFolder) throws -> [String] {
    var files = [ReadFile(), ReadFile()]
    for (number, fragment) in fragments.enumerated() {
      let reverse = NucleotideSequence(fragment.bases)?.reverseComplement.description ?? ""
      for (mate, bases) in [fragment.bases, reverse].enumerated() {
        let kept = Array(bases.utf8.prefix(Self.length))
        for pair in 0..<fragment.pairs {
          files[mate].reads.append(
            ReadFile.Read(
              header: "\(number):\(pair)",
              bases: kept,
              qualities: Array(repeating: UInt8(ascii: "I"), count: kept.count)
            )
          )
        }
      }
    }
    return try files.enumerated().map { mate, file in
      let path = "\(name)_R\(mate + 1).fastq"
      try file.write(to: scratch.path(path), .plain)
      return path
    }
  }
}
