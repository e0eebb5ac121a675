import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import Workflows

@Suite("The audit trail")
struct AuditTests {
  /// What `verify` says of a run after something was done to its folder.
  private static func verify(
    head: String? = nil,
    _ change: (ScratchFolder) throws -> Void
  ) async throws -> [String] {
    let run = try BatchRun(["P1-DX"])
    try await run.run()
    try await run.run { $0.resumes = true }
    try change(run.scratch)
    let folder = run.scratch.path("out")
    let outcome = try VerifyWorkflow(folder: folder, head: head).run()
    return outcome.faults.map { fault in
      let line = fault.location?.line.map { ":\($0)" } ?? ""
      return "\(fault.code) \(fault.location?.path.dropFirst(folder.count + 1) ?? "")\(line)"
    }
  }

  @Test("holds for a run that nobody touched")
  func whole() async throws {
    #expect(try await Self.verify { _ in } == [])
  }

  @Test("names a result that was changed or removed")
  func results() async throws {
    let found = try await Self.verify { scratch in
      let record = scratch.text("out/P1-DX/baseline.json") ?? ""
      try scratch.write(
        record.replacing("INDEX_FOUND", with: "NO_INDEX"),
        to: "out/P1-DX/baseline.json"
      )
      try FileManager.default.removeItem(atPath: scratch.path("out/batch.tsv"))
    }
    #expect(found == ["AUDIT-RESULT P1-DX/baseline.json", "AUDIT-RESULT batch.tsv"])
  }

  @Test("shows a line that was changed")
  func lines() async throws {
    let first = try await Self.verify { try Self.edit($0, line: 0) }
    #expect(first == ["AUDIT-CHAIN audit.jsonl:1", "AUDIT-CHAIN audit.jsonl:2"])
    let last = try await Self.verify { try Self.edit($0, line: 1) }
    #expect(last == ["AUDIT-CHAIN audit.jsonl:2"])
  }

  @Test("shows a line that was taken away")
  func removed() async throws {
    let first = try await Self.verify { scratch in
      let lines = (scratch.text("out/audit.jsonl") ?? "").split(separator: "\n")
      try scratch.write(lines.dropFirst().joined(separator: "\n") + "\n", to: "out/audit.jsonl")
    }
    #expect(first.contains("AUDIT-CHAIN audit.jsonl:1"))
    let last = try await Self.verify(head: String(repeating: "0", count: 64)) { _ in }
    #expect(last == ["AUDIT-CHAIN audit.jsonl"])
  }

  private static func edit(_ scratch: ScratchFolder, line: Int) throws {
    var lines = (scratch.text("out/audit.jsonl") ?? "").split(separator: "\n").map(String.init)
    lines[line] = lines[line].replacing("\"program_version\":\"0", with: "\"program_version\":\"9")
    try scratch.write(lines.joined(separator: "\n") + "\n", to: "out/audit.jsonl")
  }
}
