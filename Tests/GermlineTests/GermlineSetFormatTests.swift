import Diagnostics
import Foundation
import Germline
import Testing

/// A damaged set file and the whole text of its diagnostic.
struct DamagedSet: Sendable, CustomTestStringConvertible {
  /// What is damaged.
  var testDescription: String
  /// The file.
  var text: String
  /// The diagnostic, as printed.
  var expected: String

  private static let head = "#format\tclonetrack.germline/1\n#name\tN\n#version\t1\n"
  private static let columns =
    "locus\tsegment\tname\tsequence\tupstream\tdownstream\taccession\tstart\tend\tstrand\n"
  private static let correct =
    "\n  help: Correct the named line or make the set again with 'clonetrack germline build'."

  /// A file whose only row is the given one.
  private static func row(_ fields: String) -> String {
    head + columns + fields.replacing(",", with: "\t") + "\n"
  }

  /// All damaged files.
  static let all: [DamagedSet] = [
    DamagedSet(
      testDescription: "empty file",
      text: "",
      expected: "error[GERM-EMPTY]: no allele in the file, at least one is expected\n  --> s.tsv"
        + "\n  help: Check that the file is the one that was meant."
    ),
    DamagedSet(
      testDescription: "FASTA instead of a set",
      text: ">IGHV1-2*02\nACGT\n",
      expected: "error[GERM-SYNTAX]: no line '#format', expected one before the header row"
        + "\n  --> s.tsv:1" + correct
    ),
    DamagedSet(
      testDescription: "another format version",
      text: "#format\tclonetrack.germline/2\n" + columns,
      expected: "error[GERM-SYNTAX]: format 'clonetrack.germline/2', expected "
        + "'clonetrack.germline/1'\n  --> s.tsv:2" + correct
    ),
    DamagedSet(
      testDescription: "unknown metadata",
      text: "#format\tclonetrack.germline/1\n#colour\tblue\n",
      expected: "error[GERM-SYNTAX]: '#colour' with 1 values, expected one of #format, #name, "
        + "#version, #source, #licence, #citation and one value\n  --> s.tsv:2" + correct
    ),
    DamagedSet(
      testDescription: "metadata twice",
      text: head + "#name\tM\n",
      expected: "error[GERM-SYNTAX]: a second line '#name', expected one\n  --> s.tsv:4" + correct
    ),
    DamagedSet(
      testDescription: "wrong columns",
      text: head + "locus\tname\n",
      expected: "error[GERM-SYNTAX]: the columns 'locus name', expected 'locus segment name "
        + "sequence upstream downstream accession start end strand'\n  --> s.tsv:4" + correct
    ),
    DamagedSet(
      testDescription: "no version",
      text: "#format\tclonetrack.germline/1\n#name\tN\n" + columns
        + "IGH\tJ\tIGHJ1*01\tACGT\t\t\t\t\t\t\n",
      expected: "error[GERM-SYNTAX]: no line '#version', expected one before the header row"
        + "\n  --> s.tsv" + correct
    ),
    DamagedSet(
      testDescription: "too few columns",
      text: row("IGH,V,IGHV1-2*02,ACGT"),
      expected: "error[GERM-SYNTAX]: 4 columns, expected 10\n  --> s.tsv:5" + correct
    ),
    DamagedSet(
      testDescription: "no name",
      text: row("IGH,V,,ACGT,,,,,,"),
      expected: "error[GERM-SYNTAX]: an empty name, expected one such as IGHV1-2*02"
        + "\n  --> s.tsv:5" + correct
    ),
    DamagedSet(
      testDescription: "no sequence",
      text: row("IGH,V,IGHV1-2*02,...,,,,,,"),
      expected: "error[GERM-SYNTAX]: IGHV1-2*02 has no sequence, expected bases\n  --> s.tsv:5"
        + correct
    ),
    DamagedSet(
      testDescription: "unknown segment",
      text: row("IGH,C,IGHM*01,ACGT,,,,,,"),
      expected: "error[GERM-SYNTAX]: IGHM*01 has the segment 'C', expected V, D, J, V-ORF, "
        + "V-P, V-ORF-apart, V-P-apart, IGKDEL or IGKINTR\n  --> s.tsv:5" + correct
    ),
    DamagedSet(
      testDescription: "element without place",
      text: row("IGK,IGKDEL,IGKDEL,ACGT,,,NC_1,9,8,-"),
      expected:
        "error[GERM-SYNTAX]: IGKDEL at '9' to '8' on strand '-', expected 1-based positions "
        + "and + or -\n  --> s.tsv:5" + correct
    ),
    DamagedSet(
      testDescription: "unknown locus",
      text: row("TRB,V,TRBV2*01,ACGT,,,,,,"),
      expected: "error[GERM-LOCUS]: TRBV2*01 has the locus 'TRB', expected IGH, IGK or IGL"
        + "\n  --> s.tsv:5\n  help: Give IGH, IGK or IGL alleles only, named such as IGHV1-2*02."
    ),
    DamagedSet(
      testDescription: "letter that is no base",
      text: row("IGH,D,IGHD1-1*01,ACGT,ACXT,,,,,"),
      expected: "error[GERM-BASES]: the upstream of IGHD1-1*01 holds 'X', expected IUPAC bases"
        + "\n  --> s.tsv:5\n  help: Correct the named sequence."
    ),
    DamagedSet(
      testDescription: "name twice",
      text: row("IGH,J,IGHJ1*01,ACGT,,,,,,\nIGH,J,IGHJ1*01,ACGT,,,,,,"),
      expected: "error[GERM-DUPLICATE]: IGHJ1*01 stands on lines 5 and 6, expected once"
        + "\n  --> s.tsv:6\n  help: Keep one of them or rename one."
    ),
  ]
}

@Suite("A germline set file")
struct GermlineSetFormatTests {
  @Test("that is damaged is refused with line and remedy", arguments: DamagedSet.all)
  func refuses(_ damaged: DamagedSet) throws {
    let error = try #require(throws: Diagnostic.self) {
      _ = try GermlineSet(parsing: Array(damaged.text.utf8), path: "s.tsv")
    }
    #expect(error.description == damaged.expected)
  }

  @Test("reads the same with Windows line ends, but has another sha256")
  func windowsLineEnds() throws {
    let text = String(decoding: GermlineSet.embeddedBytes, as: UTF8.self)
    let set = try GermlineSet(parsing: Array(text.replacing("\n", with: "\r\n").utf8), path: "s")
    let unix = try GermlineSet.default
    #expect(set.alleles == unix.alleles)
    #expect(set.sha256 != unix.sha256)
  }

  @Test("is read from disk as from memory")
  func disk() throws {
    let path = testdata("../../Sources/GermlineData/germline.tsv").path(percentEncoded: false)
    let read = try GermlineSet(contentsOf: path)
    #expect(try read == GermlineSet.default)
  }

  @Test("that is not there is named")
  func absent() throws {
    let error = try #require(throws: Diagnostic.self) {
      _ = try GermlineSet(contentsOf: "/nonexistent/set.tsv")
    }
    #expect(
      error.description == """
        error[FILE-MISSING]: the germline set cannot be opened: No such file or directory
          --> /nonexistent/set.tsv
          help: Check the path and its permissions.
        """
    )
  }

  @Test("that is a folder cannot be read")
  func folder() throws {
    let error = try #require(throws: Diagnostic.self) { _ = try GermlineSet(contentsOf: "/") }
    #expect(error.code == "FILE-READ")
    #expect(error.message == "the germline set cannot be read: Is a directory")
  }
}
