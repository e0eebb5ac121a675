import Assays
import Diagnostics
import Monitoring
import Quantification
import Records
import Reports
import TestSupport
import Testing
import Workflows

/// The acceptance scenarios about files, through whole runs.
@Suite("Acceptance scenarios through files")
struct FileScenarioTests {
  @Test("Scenario 11: without an index at baseline every visit is not evaluable")
  func noIndex() async throws {
    // Of one clonal cell in 10,000 or none, no clonotype is an index.
    let baseline = try await FinishedRun.baseline {
      $0.replicates = [1, 2].map { replicate in
        ReplicateInput(
          lanes: ["P1-FU3", "P1-FU4"].map { sample in
            let mates = Patient.files(sample, replicate)
            return .init(first: mates[0], second: mates[1])
          }
        )
      }
    }
    let record = try baseline.baseline()
    #expect(record.verdict == .failed)
    #expect(record.clonotypes.isEmpty)
    #expect(record.findings.map(\.code).contains("BL-NOIDX"))
    for visit in ["P1-FU1", "P1-FU4"] {
      let record = try await FinishedRun.followup(visit, baseline: baseline.files["baseline.json"])
        .followup()
      #expect(record.result.call.rawValue == "FAILED")
      #expect(
        record.result.status.mapValues(\.rawValue) == ["1e-4": "NE", "1e-5": "NE", "1e-6": "NE"]
      )
      #expect(record.result.mrd == nil)
      #expect(record.findings.map(\.code).contains("BL-NOIDX"))
    }
  }

  @Test(
    "Scenario 18: a deeper negative is a negative at every higher cutoff in every record",
    arguments: Patient.followups
  )
  func monotone(_ sample: String) async throws {
    let status = try await FinishedRun.followup(sample).followup().result.status
    let words = ["1e-6", "1e-5", "1e-4"].map { status[$0]?.rawValue ?? "" }
    for (deeper, higher) in zip(words, words.dropFirst()) where deeper.hasPrefix("NEG") {
      #expect(higher.hasPrefix("NEG"), "\(words)")
    }
  }

  @Test("Scenario 19: reads backwards on another number of threads give the same bytes")
  func order() async throws {
    let scratch = try ScratchFolder()
    var replicates = Patient.replicates("P1-FU1")
    for index in replicates.indices {
      let copies = try Patient.files("P1-FU1", index + 1).enumerated().map { mate, path in
        var file = try ReadFile(path)
        file.reads.reverse()
        let copy = scratch.path("\(index)-\(mate)")
        try file.write(to: copy, .plain)
        return copy
      }
      replicates[index].lanes = [.init(first: copies[0], second: copies[1])]
    }
    let backwards = replicates
    let one = try await FinishedRun.followup("P1-FU1") { $0.threads = 1 }
    let other = try await FinishedRun.followup("P1-FU1") {
      $0.replicates = backwards
      $0.threads = 3
    }
    #expect(one.results == other.results)
    #expect(one.outcome == other.outcome)
  }

  @Test("Scenario 19: the order of the replicates changes no byte")
  func replicateOrder() async throws {
    let forward = try await FinishedRun.followup("P1-FU1")
    let backward = try await FinishedRun.followup("P1-FU1") { $0.replicates.reverse() }
    #expect(forward.results == backward.results)
    let baseline = try await FinishedRun.baseline { $0.replicates.reverse() }
    #expect(baseline.results == (try await SharedBaseline.run()).results)
  }
}
