import Foundation
import Testing

/// `annotate --show` of the built program.
@Suite("Alignment of one read on the command line")
struct ShowAlignmentTests {
  private let fixture: ReadFixture
  private let reads: String

  init() throws {
    fixture = try ReadFixture()
    // 36 nt of IGHV3-23*01 up to its end with one base replaced, four N bases, IGHJ4*02 from base 8.
    let read =
      "AGCCTGAGAGCCGAGGACACGGCCTTATATTACTGTGCGAAAGAACCGTGACTACTGGGGCCAGGGAACCCTGGTCACCGTCTCCTCAG"
    reads = try fixture.file(
      "reads.fa",
      ">first\n\(String(read.reversed()))\n>second note\n\(read)\n".utf8
    )
  }

  @Test("prints one read as text and writes the same as a page")
  func show() throws {
    let page = fixture.path("read.html")
    let ended = try BuiltProgram.run([
      "annotate", reads, "--show", "second", "--show-html", page,
    ])
    #expect(ended.status == 0)
    #expect(ended.errors.isEmpty)
    let lines = ended.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "second")
    #expect(lines.contains { $0.hasSuffix("TGTGCGAAAGAACCGTGACTACTGG (25 nt)") }, "\(ended.output)")
    // The replaced base: the germline's letter among dots.
    #expect(lines.contains { $0.hasPrefix("IGHV3-23*01") && $0.contains("..G..") })
    #expect(lines.contains { $0.hasPrefix("junction") && $0.count { $0 == "^" } > 0 })
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(html.contains("<mark>G</mark>"))
    #expect(!html.contains("<script") && !html.contains("http"))
    #expect(fixture.names() == ["read.html", "reads.fa"])
  }

  @Test("prints why a read is no rearrangement")
  func rejected() throws {
    let ended = try BuiltProgram.run(["annotate", reads, "--show", "first"])
    #expect(ended.status == 0)
    #expect(ended.output == "first\n  rejected  no_v_d_or_intron\n")
  }

  @Test("64: a read that is not there")
  func missing() throws {
    let ended = try BuiltProgram.run(["annotate", reads, "--show", "third"])
    #expect(ended.status == 64)
    #expect(ended.output.isEmpty)
    #expect(
      ended.errors == """
        error[RUN-USAGE]: none of the 2 reads is named third
          help: See the command's --help.

        """
    )
  }

  @Test(
    "64: arguments that contradict each other",
    arguments: [
      (["-o", "x.tsv", "--show", "r"], "Give either -o for a table or --show for one read."),
      (["-o", "x.tsv", "--show-html", "x.html"], "--show-html needs --show."),
    ]
  )
  func usage(_ arguments: [String], _ message: String) throws {
    let ended = try BuiltProgram.run(["annotate", reads] + arguments)
    #expect(ended.status == 64)
    #expect(ended.errors.contains(message), "\(ended.errors)")
  }
}
