import Clonotyping
import Counting
import Diagnostics
import Foundation
import Rearrangements
import Records
import Reports
import TestSupport
import Testing
import Tracking
import Workflows

@Suite("Several diagnostic samples of one subject")
struct SeveralBaselinesTests {
  /// A second diagnostic sample made of the first.
  private func second(_ change: (inout BaselineRecord) -> Void) async throws -> [UInt8] {
    var record = try BaselineRecord.read(from: try await SharedBaseline.record(), path: "b")
    record.sample = "P1-REL"
    change(&record)
    return try record.json()
  }

  private func followup(_ records: [[UInt8]]) async throws -> FollowupRecord {
    let scratch = try ScratchFolder()
    let paths = records.indices.map { scratch.path("baseline\($0).json") }
    for (path, record) in zip(paths, records) {
      try Data(record).write(to: URL(filePath: path))
    }
    let request = try Patient.request("P1-FU1", output: scratch.path("out"))
    let workflow = FollowupWorkflow(request, baselinePaths: paths, visit: nil)
    let outcome = try await workflow.run(RunHooks())
    return try FinishedRun(request.output, outcome).followup()
  }

  @Test("knows the same clonotypes again and lists every sample and its sha256")
  func same() async throws {
    let first = try await SharedBaseline.record()
    let record = try BaselineRecord.read(from: first, path: "b")
    let found = try await followup([first, try await second { _ in }])
    #expect(found.baseline.sample == "P1-DX,P1-REL")
    #expect(found.baseline.samples.map(\.sample) == ["P1-DX", "P1-REL"])
    #expect(Set(found.baseline.samples.map(\.sha256)).count == 2)
    #expect(found.clonotypes.map(\.cloneID) == record.clonotypes.map(\.cloneID))
    #expect(found.clonotypes.allSatisfy { $0.baselineSamples == ["P1-DX", "P1-REL"] })
  }

  @Test("takes a mutated family member for the same clonotype and keeps the commoner signature")
  func family() async throws {
    let first = try await SharedBaseline.record()
    let original = try BaselineRecord.read(from: first, path: "b").clonotypes
    let place = try #require(original.firstIndex { $0.rearrangementType == .ighVDJ })
    func mutated(_ name: String) async throws -> [UInt8] {
      try await second { record in
        record.sample = name
        record.clonotypes[place].signature = Self.changed(original[place].signature, at: 3)
        record.clonotypes[place].junction = original[place].junction.map {
          Self.changed($0, at: 4)
        }
        record.clonotypes[place].role = .primary
      }
    }
    let once = try await followup([first, try await mutated("P1-REL")])
    #expect(once.clonotypes.count == original.count)
    #expect(once.clonotypes.contains { $0.junction == original[place].junction })
    let twice = try await followup([
      first, try await mutated("P1-REL"), try await mutated("P1-REL2"),
    ])
    #expect(twice.clonotypes.count == original.count)
    let clone = try #require(twice.clonotypes.first { $0.rearrangementType == .ighVDJ })
    #expect(clone.junction == original[place].junction.map { Self.changed($0, at: 4) })
    #expect(clone.baselineSamples == ["P1-DX", "P1-REL", "P1-REL2"])
    #expect(clone.cloneID == original[place].cloneID && clone.role == .primary)
  }

  @Test("tracks what only one sample shows under an identifier of its own")
  func another() async throws {
    let first = try await SharedBaseline.record()
    let original = try BaselineRecord.read(from: first, path: "b").clonotypes
    let record = try await second { record in
      record.clonotypes = [original[0]]
      record.clonotypes[0].signature = String(original[0].signature.reversed())
      record.clonotypes[0].signatureNDN = OffsetRange(start: 15, end: 25)
      record.clonotypes[0].vCall = "IGHV9-99*01"
      record.clonotypes[0].likeFraction = 0.01
      record.clonotypes[0].expectedBackground = 1e9
    }
    let found = try await followup([first, record])
    #expect(found.clonotypes.count == original.count + 1)
    #expect(Set(found.clonotypes.map(\.cloneID)).count == found.clonotypes.count)
    let added = try #require(found.clonotypes.first { $0.baselineSamples == ["P1-REL"] })
    #expect(added.vCall == "IGHV9-99*01")
    #expect(added.cloneID.hasPrefix("P1.\(original[0].rearrangementType.rawValue)."))
    let ranks = found.clonotypes.map { LocusClass($0.rearrangementType).rank }
    #expect(ranks == ranks.sorted())
  }

  @Test("tracks at most six primary clonotypes")
  func most() async throws {
    let first = try await SharedBaseline.record()
    let original = try BaselineRecord.read(from: first, path: "b").clonotypes
    let letters = Array("ACGT")
    let record = try await second { record in
      record.clonotypes = (0..<8).map { number in
        var clonotype = original[0]
        clonotype.cloneID = "P1.X.\(number)"
        clonotype.role = .primary
        clonotype.vCall = "IGHV9-\(number)*01"
        clonotype.likeFraction = 0.5 - Double(number) / 100
        clonotype.signature = String((0..<60).map { letters[($0 * (number + 3) + $0 / 7) % 4] })
        clonotype.signatureNDN = OffsetRange(start: 20, end: 40)
        return clonotype
      }
    }
    let found = try await followup([first, record])
    #expect(found.clonotypes.count { $0.role == .primary } == 6)
  }

  private static func changed(_ bases: String, at offset: Int) -> String {
    var letters = Array(bases)
    letters[offset] = letters[offset] == "A" ? "C" : "A"
    return String(letters)
  }
}
