import Counting
import Diagnostics
import FoundationEssentials
import SequenceIO
import TestSupport
import Testing
import Workflows

/// `annotate`, from files to rows.
@Suite("Annotation of reads")
struct AnnotateWorkflowTests {
  private func table(_ paths: [String], threads: Int = 2) async throws -> [[Substring]] {
    let workflow = AnnotateWorkflow(
      readPaths: paths,
      assayPath: Patient.assayPath,
      threads: threads
    )
    var bytes: [UInt8] = []
    try await workflow.run(RunHooks()) { piece throws(Diagnostic) in
      for index in piece.indices { bytes.append(piece[index]) }
    }
    #expect(bytes.last == UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }

  @Test("one row for each read, in the order of the files")
  func rows() async throws {
    let paths = [1, 2].map { Patient.files("P1-FU3", $0)[1] }
    let rows = try await table(paths)
    let names = try paths.flatMap { path in
      try ReadFile(path).reads.map { String($0.header.prefix { $0 != " " }) }
    }
    #expect(rows[0][0] == "sequence_id")
    #expect(rows.dropFirst().map { String($0[0]) } == names)
    #expect(Set(rows.map(\.count)) == [rows[0].count])
  }

  @Test("threads change nothing", arguments: [2, 3])
  func threads(_ count: Int) async throws {
    let paths = [Patient.files("P1-FU3", 1)[1]]
    #expect(try await table(paths, threads: 1) == table(paths, threads: count))
  }

  @Test("no reads give a header")
  func empty() async throws {
    let scratch = try ScratchFolder()
    try scratch.write("", to: "r")
    #expect(try await table([scratch.path("r")]).count == 1)
  }

  @Test("a row does not depend on the reads around it")
  func neighbours() async throws {
    let scratch = try ScratchFolder()
    var file = try ReadFile(Patient.files("P1-FU4", 1)[0])
    file.reads = Array(file.reads.prefix(1_500))
    try file.write(to: scratch.path("a"), .plain)
    file.reads.reverse()
    try file.write(to: scratch.path("b"), .bzip2)
    let forward = try await table([scratch.path("a")]).dropFirst()
    let backward = try await table([scratch.path("b")]).dropFirst()
    #expect(Array(forward) == backward.reversed())
  }

  @Test("a stopped run says how far it came")
  func cancelled() async throws {
    let workflow = AnnotateWorkflow(readPaths: [Patient.files("P1-FU3", 1)[0]])
    let error = try await #require(throws: Diagnostic.self) {
      try await workflow.run(RunHooks(isCancelled: { true })) { _ throws(Diagnostic) in }
    }
    #expect(
      error.description == """
        error[RUN-INTERRUPTED]: stopped after 0 reads
          help: Nothing was written; run the command again.
        """
    )
  }
}
