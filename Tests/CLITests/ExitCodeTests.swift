import Foundation
import Testing

/// How the built program ends, with the whole of what it says.
@Suite("Exit codes of the program")
struct ExitCodeTests {
  private let fixture: ReadFixture

  init() throws { fixture = try ReadFixture() }

  /// Runs a baseline that must end with a code and an error, without leaving a result.
  private func expect(
    _ status: Int32,
    _ first: String,
    _ second: String,
    _ errors: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = fixture.names()
    let ended = try BuiltProgram.run(fixture.baseline(first, second))
    #expect(ended.status == status, sourceLocation: sourceLocation)
    #expect(ended.errors == errors + "\n", sourceLocation: sourceLocation)
    #expect(ended.output.isEmpty, sourceLocation: sourceLocation)
    #expect(fixture.names() == before, sourceLocation: sourceLocation)
  }

  @Test("66: a file that is not there")
  func missing() throws {
    let absent = fixture.path("absent.fastq.gz")
    try expect(
      66,
      absent,
      ReadFixture.reads("P1-FU3", 1, 2),
      """
      error[FILE-MISSING]: cannot open the file of reads: No such file or directory
        --> \(absent)
        help: Check the path and its permissions.
      """
    )
  }

  @Test("66: a folder instead of a file")
  func folder() throws {
    try expect(
      66,
      ReadFixture.patient,
      ReadFixture.reads("P1-FU3", 1, 2),
      """
      error[READ-DIRECTORY]: found a folder, expected a file of reads
        --> \(ReadFixture.patient)
        help: Name the files in the folder, lanes joined with commas.
      """
    )
  }

  @Test("65: a truncated gzip file")
  func truncated() throws {
    let whole = try Data(contentsOf: URL(filePath: ReadFixture.reads("P1-FU3", 1, 1)))
    // 200 bytes hold a header and no whole record.
    let cut = try fixture.file("R1.fastq.gz", whole.prefix(200))
    try expect(
      65,
      cut,
      ReadFixture.reads("P1-FU3", 1, 2),
      """
      error[READ-TRUNCATED]: found the file's end inside a gzip member, expected the rest of it
        --> \(cut) (record 1)
        help: Copy the file again and compare checksums with the original.
      """
    )
  }

  @Test("65: mates of different pairs")
  func swapped() throws {
    let first = try fixture.reads("R1.fastq", names: ["a", "b", "c"])
    let second = try fixture.reads("R2.fastq", names: ["a", "c", "b"])
    try expect(
      65,
      first,
      second,
      """
      error[READ-MATES]: found the mate of 'b' in \(first) named 'c', expected the same name
        --> \(second) (record 2)
        help: Give the two files of one run as the demultiplexer wrote them.
      """
    )
  }

  @Test("65: second mates end early")
  func shorter() throws {
    let first = try fixture.reads("R1.fastq", names: ["a", "b", "c"])
    let second = try fixture.reads("R2.fastq", names: ["a", "b"])
    try expect(
      65,
      first,
      second,
      """
      error[READ-MATE-MISSING]: found 3 reads in \(first) but 2 in \(second), expected as many in \
      both
        --> \(second) (record 3)
        help: Copy both files again; filter both mates together.
      """
    )
  }

  @Test("65: Phred+64")
  func phred64() throws {
    let record = "@r\nACGTACGTAC\n+\nhhhhhhhfBB\n"
    let first = try fixture.file("R1.fastq", record.utf8)
    let second = try fixture.file("R2.fastq", record.utf8)
    try expect(
      65,
      first,
      second,
      """
      error[READ-PHRED64]: found quality characters from 'B' to 'h', which is Phred+64; expected \
      Phred+33
        --> \(first)
        help: Convert the file to Phred+33, for example with 'seqtk seq -VQ64'.
      """
    )
  }

  @Test("0: an empty file is a failed assay")
  func empty() throws {
    let files = try ["R1.fastq", "R2.fastq"].map { try fixture.file($0, []) }
    let ended = try BuiltProgram.run(fixture.baseline(files[0], files[1]))
    #expect(ended.status == 0)
    #expect(
      ended.output == """
        S (P): FAILED
          no index clonotype
          report: \(fixture.path("out"))/report.html

        """
    )
    #expect(ended.errors.hasPrefix("failure[RUN-RDS]: "))
    #expect(fixture.names().contains("out/baseline.json"))
  }

  @Test("3: the same with --fail-on, for every severity up to failure")
  func failOn() throws {
    let files = try ["R1.fastq", "R2.fastq"].map { try fixture.file($0, []) }
    for severity in ["note", "warning", "indeterminate", "failure"] {
      let ended = try BuiltProgram.run(
        fixture.baseline(files[0], files[1], "--fail-on", severity, "--force")
      )
      #expect(ended.status == 3, "\(severity)")
      #expect(ended.output.hasPrefix("S (P): FAILED\n"))
    }
  }

  @Test("64: usage")
  func usage() throws {
    let ended = try BuiltProgram.run(["baseline", "--sample", "S", "--subject", "P", "-o", "x"])
    #expect(ended.status == 64)
    #expect(ended.output.isEmpty)
    #expect(
      ended.errors.hasPrefix("Error: No reads are given; name them with -1.\nUsage: clonetrack ")
    )
  }
}
