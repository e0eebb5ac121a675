import Clonotyping
import Counting
import Diagnostics
import Foundation
import Germline
import Rearrangements
import Records
import Reports
import TestSupport
import Testing
import Tracking
import Workflows

@Suite("What a baseline is told beside its reads")
struct BaselineOptionsTests {
  private func baseline(
    isEnriched: Bool? = nil,
    lightChain: String? = nil,
    background: String? = nil,
    metadata: [String: String] = [:]
  ) async throws -> FinishedRun {
    let scratch = try ScratchFolder()
    var request = try Patient.request("P1-DX", output: scratch.path("P1-DX"))
    request.metadata = metadata
    var path: String?
    if let background {
      path = scratch.path("background.tsv")
      try Data(background.utf8).write(to: URL(filePath: scratch.path("background.tsv")))
    }
    let workflow = BaselineWorkflow(
      request,
      subject: Patient.subject,
      isEnriched: isEnriched,
      lightChain: lightChain,
      backgroundPath: path
    )
    let outcome: SampleOutcome
    do throws(Diagnostic) {
      outcome = try await workflow.run(RunHooks())
    } catch {
      throw error.relocated(from: scratch.path)
    }
    return try FinishedRun(request.output, outcome)
  }

  @Test("skips the share of nucleated cells where plasma cells were enriched")
  func enriched() async throws {
    let plain = try await SharedBaseline.run().baseline()
    #expect(!plain.enriched && plain.lightChain == nil)
    for run in [
      try await baseline(isEnriched: true), try await baseline(metadata: ["enriched": "T"]),
    ] {
      let record = try run.baseline()
      #expect(record.enriched)
      for clonotype in record.clonotypes + record.candidates {
        #expect(clonotype.cellFraction == nil)
        #expect(clonotype.gates["cell_fraction"]?.value == nil)
        #expect(clonotype.gates["cell_fraction"]?.passed == true)
      }
      #expect(record.clonotypes.map(\.signature) == plain.clonotypes.map(\.signature))
    }
  }

  @Test("records the light chain of the M-protein and judges by it")
  func lightChain() async throws {
    let record = try await baseline(lightChain: "kappa").baseline()
    #expect(record.lightChain == .kappa)
    let kappas = record.clonotypes.count { $0.rearrangementType == .igkVJ }
    for clonotype in record.clonotypes {
      let gate = try #require(clonotype.gates["light_chain"])
      #expect(gate.value == (clonotype.locus == .heavy ? nil : Double(kappas)))
      #expect(!gate.required)
    }
    let hasFinding = record.findings.contains { $0.code == "BL-LC" }
    let hasOther = record.clonotypes.contains {
      [.igkVKde, .igkIntronKde, .iglVJ].contains($0.rearrangementType)
    }
    #expect(hasFinding == (kappas == 0 && hasOther))
  }

  @Test("every gate stands beside accepted and rejected clonotypes")
  func gates() async throws {
    let record = try await SharedBaseline.run().baseline()
    let names = Set(SelectionGate.Kind.allCases.map(\.rawValue))
    #expect(!record.clonotypes.isEmpty)
    for clonotype in record.clonotypes + record.candidates {
      #expect(Set(clonotype.gates.keys) == names)
      #expect(
        clonotype.role == nil || clonotype.gates.allSatisfy { $1.passed == true || !$1.required }
      )
      #expect(clonotype.expectedBackgroundSource == .generationModel)
    }
  }

  @Test("takes how common a signature is from a file of other subjects' clonotypes")
  func background() async throws {
    let plain = try await SharedBaseline.run().baseline()
    let first = try #require(plain.clonotypes.first { $0.rearrangementType == .ighVDJ })
    var rows = "sequence\tlocus\tv_call\tj_call\tsubject_id\n"
    // One find in four of the class; its own row, another class and another locus do not count.
    rows += "AAAA\(first.signature)CCCC\tIGH\tIGHV1-2*01\tIGHJ4*01\tP2\r\n"
    for _ in 0..<3 { rows += "ACGTACGTAC\tIGH\tIGHV1-2*01\tIGHJ4*01\tP2\n" }
    rows += "\(first.signature)\tIGH\tIGHV1-2*01\tIGHJ4*01\tP1\n"
    rows += "\(first.signature)\tIGH\t\tIGHJ4*01\tP2\n\(first.signature)\tTRB\tX\tY\tP2"
    let run = try await baseline(background: rows)
    let record = try run.baseline()
    let found = try #require(record.clonotypes.first { $0.signature == first.signature })
    #expect(found.expectedBackgroundSource == .backgroundFile)
    #expect(found.expectedBackground == 5_000)
    #expect(found.role == .supporting)
    let inputs = try run.run().inputs
    #expect(inputs.last?.path.hasSuffix("background.tsv") == true)
    #expect(inputs.last?.size == rows.utf8.count && inputs.last?.sha256?.count == 64)
    let others = record.clonotypes.filter { $0.rearrangementType != .ighVDJ }
    #expect(others.allSatisfy { $0.expectedBackgroundSource == .generationModel })
  }

  @Test(
    "names line and column of a damaged file",
    arguments: [
      ("", 1, "the file is empty, expected a header row"),
      ("sequence\tlocus\tv_call\n", 1, "the header lacks the column j_call"),
      ("sequence\tlocus\tv_call\tj_call\nACGT\tIGH\n", 2, "2 fields, expected 4 as in the header"),
      (
        "sequence\tlocus\tv_call\tj_call\nAC-T\tIGH\tV\tJ\n", 2,
        "sequence holds a letter that is no base, expected A, C, G, T or N"
      ),
    ]
  )
  func damaged(_ text: String, _ line: Int, _ message: String) async throws {
    await #expect(
      throws: Diagnostic(
        code: "RECORD-SYNTAX",
        message: message,
        location: .init(path: "background.tsv", line: line),
        suggestion: "Give an AIRR rearrangement TSV, not compressed."
      )
    ) { try await baseline(background: text) }
  }
}

extension Diagnostic {
  /// The same with a folder cut off the path.
  fileprivate func relocated(from folder: String) -> Diagnostic {
    var copy = self
    copy.location?.path = location?.path.replacing(folder + "/", with: "") ?? ""
    return copy
  }
}
