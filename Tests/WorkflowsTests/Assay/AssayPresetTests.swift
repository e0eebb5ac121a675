import Assays
import Counting
import Diagnostics
import TestSupport
import Testing
import Workflows

@Suite("Assay presets")
struct AssayPresetTests {
  /// An IGHV3-23 amplicon from the framework 2 primer to the J consensus primer, unmutated.
  static let amplicon =
    "GGTCCGCCAGGCTCCAGGGAAGGGGCTGGAGTGGGTCTCAGCTATTAGTGGTAGTGGTGGTAGCACATACTACGCAGACTCCGTGAAG"
    + "GGCCGGTTCACCATCTCCAGAGACAATTCCAAGAACACGCTGTATCTGCAAATGAACAGCCTGAGAGCCGAGGACACGGCCGTATATTA"
    + "CTGTGCGAAAGATCGGGTATAGTGGGAGCTACTACGGACTACTTTGACTACTGGGGCCAGGGAACCCTGGTCACCGTCTCCTCAGGTAAG"

  @Test("are read and find their primers", arguments: AssayPreset.names)
  func presets(name: String) async throws {
    let folder = try ScratchFolder()
    try folder.write(">a\n\(Self.amplicon)\n", to: "read.fasta")
    var table: [UInt8] = []
    try await AnnotateWorkflow(readPaths: [folder.path("read.fasta")], presetName: name).run(
      RunHooks()
    ) {
      rows throws(Diagnostic) in
      for index in rows.indices { table.append(rows[index]) }
    }
    let lines = String(decoding: table, as: UTF8.self).split(separator: "\n")
    let columns = lines[0].split(separator: "\t", omittingEmptySubsequences: false)
    let row = lines[1].split(separator: "\t", omittingEmptySubsequences: false)
    let start = try #require(columns.firstIndex(of: "v_sequence_start"))
    let calls = try #require(columns.firstIndex(of: "v_call"))
    #expect(row[calls].hasPrefix("IGHV3-23"))
    // The FR2 primer of 21 nt is the primer's; the other sets leave the read's start alone.
    #expect(row[start] == (name == "biomed2-fr2" ? "22" : "1"))
  }

  @Test("an unknown name is refused with the known ones")
  func unknown() async throws {
    let workflow = AnnotateWorkflow(readPaths: ["-"], presetName: "biomed3")
    await #expect(
      throws: Diagnostic(
        code: "RUN-USAGE",
        message: "there is no preset 'biomed3', expected one of biomed2-fr1, biomed2-fr2, "
          + "biomed2-fr3"
      )
    ) {
      try await workflow.run(RunHooks()) { _ throws(Diagnostic) in }
    }
  }
}
