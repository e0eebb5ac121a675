import Assays
import Diagnostics
import FoundationEssentials
import Records
import Reports
import SimulatedReads
import TestSupport
import Testing
import Workflows

@Suite("Molecular identifiers")
struct MolecularIdentifierTests {
  /// A follow-up of which every pair is there three times, with or without an identifier of its own.
  private func followup(
    hasIdentifiers: Bool,
    mate: Int = 1,
    damage: (_ pair: Int, _ copy: Int, inout [UInt8]) -> Void = { _, _, _ in }
  ) async throws -> FollowupRecord {
    let scratch = try ScratchFolder()
    var replicates: [ReplicateInput] = []
    for replicate in 1...2 {
      var random = SeededGenerator(seed: UInt64(replicate))
      var mates = try Patient.files("P1-FU3", replicate).map { try ReadFile($0) }
      let originals = mates
      mates[0].reads = []
      mates[1].reads = []
      for pair in originals[0].reads.indices {
        let identifier = (0..<12).map { _ in Array("ACGT".utf8)[random.below(4)] }
        for copy in 0..<3 {
          for number in 0..<2 {
            var read = originals[number].reads[pair]
            if hasIdentifiers, number + 1 == mate {
              var bases = identifier
              damage(pair, copy, &bases)
              read.bases = bases + read.bases
              read.qualities = bases.map { _ in UInt8(ascii: "F") } + read.qualities
            }
            mates[number].reads.append(read)
          }
        }
      }
      let paths = [1, 2].map { scratch.path("r\(replicate)_\($0).fastq") }
      for (file, path) in zip(mates, paths) { try file.write(to: path, .plain) }
      replicates.append(ReplicateInput(lanes: [.init(first: paths[0], second: paths[1])]))
    }
    var assay = try String(contentsOfFile: Patient.assayPath, encoding: .utf8)
    if hasIdentifiers {
      assay = assay.replacing("umi: null", with: "umi: {read: \(mate), length: 12}")
    }
    try scratch.write(assay, to: "assay.yaml")
    let found = try await FinishedRun.followup("P1-FU3") { request in
      request.replicates = replicates
      request.assayPath = scratch.path("assay.yaml")
    }
    return try found.followup()
  }

  private func stage(_ name: String, _ record: FollowupRecord) throws -> StageCountRecord {
    try #require(record.counts.first { $0.stage == name })
  }

  @Test("three reads of one identifier are one molecule, on either mate", arguments: [1, 2])
  func molecules(_ mate: Int) async throws {
    let plain = try await followup(hasIdentifiers: false)
    let counted = try await followup(hasIdentifiers: true, mate: mate)
    #expect(plain.counts.allSatisfy { $0.stage != "molecules" })
    let match = try stage("match", plain)
    #expect(match.output > 1_000)
    #expect(try stage("match", counted) == match)
    let molecules = try stage("molecules", counted)
    #expect(molecules.isBalanced)
    #expect(3 * molecules.output == match.output)
    #expect(plain.clonotypes.map(\.duplicateCount) == counted.clonotypes.map(\.duplicateCount))
  }

  @Test("sets aside single reads and pairs whose identifier cannot be read")
  func rejected() async throws {
    let plain = try stage("molecules", try await followup(hasIdentifiers: true))
    // The second copy of every pair gets an identifier of its own, two bases off; the third none.
    let record = try await followup(hasIdentifiers: true) { _, copy, bases in
      if copy == 1 {
        for place in 3...6 { bases[place] = bases[place] == UInt8(ascii: "A") ? 67 : 65 }
      }
      if copy == 2 { bases[0] = UInt8(ascii: "N") }
    }
    let read = try stage("read", record)
    #expect(read.rejected["no_molecular_identifier"] == read.input / 3)
    let molecules = try stage("molecules", record)
    #expect(molecules.isBalanced)
    #expect(molecules.output <= plain.output / 100)
    #expect(molecules.rejected["single_read", default: 0] > 3 * plain.output / 2)
  }
}
