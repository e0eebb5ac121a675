import Diagnostics
import Foundation
import Germline
import TestSupport
import Testing
import Workflows

@Suite("The germline workflow")
struct GermlineWorkflowTests {
  private func request(
    _ folder: ScratchFolder,
    output: String = "set.tsv"
  ) throws
    -> GermlineBuildRequest
  {
    let fasta = ">IGHJ4*02\nACTACTTTGACTACTGGGGCCAAGGAACCCTGGTCACCGTCTCCTCAG\n"
    try Data(fasta.utf8).write(to: URL(filePath: folder.path("j.fasta")))
    return GermlineBuildRequest(
      sources: [folder.path("j.fasta")],
      name: "One J",
      version: "1",
      output: folder.path(output)
    )
  }

  @Test("writes the set whole, with nothing beside it")
  func writes() throws {
    let folder = try ScratchFolder()
    let build = try GermlineWorkflow.build(request(folder))
    #expect(folder.names() == ["j.fasta", "set.tsv"])
    #expect(
      GermlineOutcome(build).text == """
        name      One J
        version   1
        sha256    \(build.set.sha256)

        locus  segment  alleles  genes  with anchor  with flank
        IGH    J        1        1      1            1

        1 records, 1 alleles, 1 D or J with flanks of the built-in set
        """
    )
  }

  @Test("refuses to overwrite a set unless told to")
  func overwrites() throws {
    let folder = try ScratchFolder()
    var request = try request(folder)
    try Data("mine".utf8).write(to: URL(filePath: request.output))
    let error = try #require(throws: Diagnostic.self) {
      _ = try GermlineWorkflow.build(request)
    }
    #expect(
      error.description == """
        error[FILE-EXISTS]: the germline set is already there
          --> \(request.output)
          help: Choose another file or add --force to replace it.
        """
    )
    #expect(try Data(contentsOf: URL(filePath: request.output)) == Data("mine".utf8))
    request.replaces = true
    let build = try GermlineWorkflow.build(request)
    #expect(try Array(Data(contentsOf: URL(filePath: request.output))) == build.set.fileBytes)
  }

  @Test(
    "names a place that cannot be written to",
    arguments: [
      ("absent/set.tsv", "the folder of the germline set does not exist"),
      ("", "the path is a folder, expected a file"),
    ]
  )
  func place(output: String, message: String) throws {
    let folder = try ScratchFolder()
    let request = try request(folder, output: output)
    let error = try #require(throws: Diagnostic.self) { _ = try GermlineWorkflow.build(request) }
    #expect(error.code == "FILE-CREATE")
    #expect(error.message == message)
    #expect(error.location == .init(path: folder.path(output)))
  }

  @Test("asks for a name that no source gives")
  func title() throws {
    let folder = try ScratchFolder()
    var request = try request(folder)
    request.name = nil
    let error = try #require(throws: Diagnostic.self) { _ = try GermlineWorkflow.build(request) }
    #expect(
      error.description == """
        error[GERM-TITLE]: the set's name is empty, expected a text
          help: Give a name and a version, each on one line without tabs.
        """
    )
    #expect(folder.names() == ["j.fasta"])
  }

  @Test("lists the built-in set")
  func lists() throws {
    let set = try GermlineWorkflow.set(at: nil)
    let summary = GermlineOutcome(listing: set, alleles: false).text
    #expect(
      summary.hasSuffix(
        """
        elements  IGKINTR, IGKDEL
        set apart 112 V alleles that are not functional

        locus  segment  alleles  genes  with anchor  with flank
        IGH    V        198      63     198          -
        IGH    D        31       26     -            31
        IGH    J        7        6      7            7
        IGK    V        64       43     63           -
        IGK    J        7        5      7            7
        IGL    V        80       40     79           -
        IGL    J        9        7      9            9
        """
      )
    )
    let table = GermlineOutcome(listing: set, alleles: true).text.split(separator: "\n")
    #expect(table.count == 509)
    #expect(table[0] == "locus\tsegment\tallele\tlength\tanchor\tframe")
    #expect(table.contains("IGH\tV\tIGHV1-18*01\t296\t285\t0"))
    #expect(table.contains("IGH\tV-P-apart\tIGHV4-55*01\t296\t285\t0"))
    #expect(table.contains("IGH\tJ\tIGHJ2*01\t53\t19\t1"))
    #expect(table.contains("IGH\tD\tIGHD1-1*01\t17\t\t"))
  }

  @Test("verifies a set and counts what it found")
  func verifies() throws {
    let builtIn = GermlineOutcome(try GermlineWorkflow.verify(nil, statedSHA256: nil))
    #expect(builtIn.error == nil)
    #expect(builtIn.text.hasSuffix("\n\nthe built-in set: 0 errors, 2 warnings, 13 notes"))
    let other = GermlineOutcome(try GermlineWorkflow.verify(nil, statedSHA256: "00"))
    #expect(other.error?.code == "GERM-CHECKSUM")
    #expect(other.text.hasSuffix("\n\nthe built-in set: 1 error, 2 warnings, 13 notes"))
  }
}
