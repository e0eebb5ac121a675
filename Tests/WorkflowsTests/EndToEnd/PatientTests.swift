import Clonotyping
import Crypto
import Monitoring
import Quantification
import Rearrangements
import Records
import Reports
import TestSupport
import Testing
import Tracking
import Workflows

/// A patient whose truth is known, from files to results.
@Suite("A patient with known truth")
struct PatientTests {
  @Test("the baseline names the clone's rearrangements and nothing else")
  func baseline() async throws {
    let truth = try PatientTruth()
    let record = try await SharedBaseline.run().baseline()
    #expect(truth.samples["P1-DX"]?.expected.verdict == [record.verdict.rawValue])
    let clones = try #require(truth.subjects[Patient.subject]).clone
    #expect(
      record.clonotypes.map(\.rearrangementType.rawValue) == clones.map(\.rearrangement_type)
    )
    for (found, clone) in zip(record.clonotypes, clones) {
      #expect(clone.sequence.contains(found.signature))
      #expect(clone.junction == nil || found.junction == clone.junction)
      #expect(found.role == .primary)
    }
    #expect(record.findings.isEmpty)
    #expect(record.counts.first?.input == truth.samples["P1-DX"]?.pairs)
  }

  @Test("every rejected candidate has a name of its own, as the schema asks")
  func candidates() async throws {
    let record = try await SharedBaseline.run().baseline()
    let names = (record.clonotypes + record.candidates).map(\.cloneID)
    #expect(!record.candidates.isEmpty)
    #expect(!names.contains(""))
    #expect(Set(names).count == names.count)
  }

  @Test("every follow-up has the true call, statuses and level", arguments: Patient.followups)
  func followup(_ sample: String) async throws {
    let truth = try #require(try PatientTruth().samples[sample])
    let run = try await FinishedRun.followup(sample)
    let record = try run.followup()
    #expect(truth.expected.call == [record.result.call.rawValue])
    #expect(truth.expected.status == record.result.status.mapValues { [$0.rawValue] })
    let level = try #require(truth.expected.mrd_true)
    let (lower, upper) = (record.result.mrdCI.lower, record.result.mrdCI.upper)
    #expect(try #require(lower) <= level && level <= #require(upper))
    #expect(try #require(record.result.lod95) <= 1e-4)
    // 300 ng and less cannot reach 1e-5, and without the clone nothing tells whose sample it is: the
    // record must say so, and nothing worse.
    let isClear = level > 0
    #expect(record.findings.map(\.code) == ["DNA-QTY", "QT-SENS"] + (isClear ? [] : ["ID-FEW"]))
    #expect(
      record.findings.map(\.severity) == ["warning", "warning"] + (isClear ? [] : ["note"])
    )
    let identity = try #require(record.identity)
    #expect(identity.verdict == (isClear ? .cloneDetected : .tooFew))
    #expect(identity.comparedClonotypes < identity.neededClonotypes)
    #expect(identity.sharedClonotypes <= identity.comparedClonotypes)
    #expect(record.counts.first?.input == truth.pairs)
    #expect(Set(run.files.keys) == Set(FinishedRun.followupNames(sample)))
  }

  @Test("the tracked clones keep at least 95 % of their reads", arguments: Patient.followups)
  func yield(_ sample: String) async throws {
    let truth = try #require(try PatientTruth().samples[sample])
    let record = try await FinishedRun.followup(sample).followup()
    let clones = try #require(try PatientTruth().subjects[Patient.subject]).clone
    for (found, clone) in zip(record.clonotypes, clones) {
      let reads = truth.clone_reads[clone.name] ?? 0
      #expect(found.duplicateCount <= reads)
      #expect(Double(found.duplicateCount) >= 0.95 * Double(reads))
    }
  }

  @Test("every stage adds up and takes in what the one before gave out")
  func stages() async throws {
    let baseline = try await SharedBaseline.run()
    let followup = try await FinishedRun.followup("P1-FU2")
    for counts in [
      try baseline.baseline().counts, try baseline.run().counts,
      try followup.followup().counts, try followup.run().counts,
    ] {
      #expect(
        counts.map(\.stage)
          == ["read", "merge", "controls", "annotate", "collapse", "match", "list"]
      )
      for stage in counts { #expect(stage.isBalanced, "\(stage.stage)") }
      // Matching looks at all pairs once more.
      #expect(counts[5].input == counts[0].output)
      let chain = counts.filter { $0.stage != "match" }
      for (earlier, later) in zip(chain, chain.dropFirst()) {
        // Pairs that are no longer one read go on as two ends, so merging loses none.
        let given = earlier.stage == "merge" ? earlier.input : earlier.output
        #expect(later.input == given, "\(later.stage)")
      }
    }
  }

  @Test("run.json names every input and result with its size and sha256")
  func runRecord() async throws {
    let run = try await SharedBaseline.run()
    let record = try run.run()
    #expect(record.inputs.map(\.path) == [1, 2].flatMap { Patient.files("P1-DX", $0) })
    #expect(record.inputs.allSatisfy { $0.sha256?.count == 64 && $0.size ?? 0 > 0 })
    #expect(record.results.map(\.path).sorted() == run.results.keys.sorted())
    for file in record.results {
      let bytes = run.files[file.path] ?? []
      let digits = SHA256.hash(data: bytes).flatMap {
        [String($0 >> 4, radix: 16), String($0 & 15, radix: 16)]
      }
      #expect(file.sha256 == digits.joined())
      #expect(file.size == bytes.count)
    }
  }
}
