import Diagnostics
import Germline
import Testing

/// A damaged FASTA file and the whole text of its diagnostic.
struct DamagedFASTA: Sendable, CustomTestStringConvertible {
  /// What is damaged.
  var testDescription: String
  /// The file.
  var text: String
  /// The diagnostic, as printed.
  var expected: String

  /// All damaged files.
  static let all: [DamagedFASTA] = [
    DamagedFASTA(
      testDescription: "empty file",
      text: "",
      expected: """
        error[GERM-EMPTY]: no FASTA record in the file, expected at least one
          --> x.fasta
          help: Check that the file is the one that was meant.
        """
    ),
    DamagedFASTA(
      testDescription: "text before the first header",
      text: "ACGT\n>IGHV1-2*01\nACGT\n",
      expected: """
        error[GERM-SYNTAX]: text before the first '>', expected a FASTA header
          --> x.fasta:1
          help: Correct the named line or make the set again with 'clonetrack germline build'.
        """
    ),
    DamagedFASTA(
      testDescription: "two sequences under one name",
      text: ">IGHV1-2*01\nACGT\n>IGHV1-2*01\nACGTA\n",
      expected: """
        error[GERM-DUPLICATE]: IGHV1-2*01 has two sequences, of 4 and 5 nt, expected one
          --> x.fasta:3
          help: Keep one of them or rename one.
        """
    ),
    DamagedFASTA(
      testDescription: "letter that is no base",
      text: ">IGHV1-2*01\nACGT\nAC*T\n",
      expected: """
        error[GERM-BASES]: the sequence of IGHV1-2*01 holds '*', expected IUPAC bases
          --> x.fasta:1
          help: Correct the named sequence.
        """
    ),
    DamagedFASTA(
      testDescription: "unknown locus",
      text: ">TRBV2*01\nACGT\n",
      expected: """
        error[GERM-LOCUS]: TRBV2*01 has the locus 'TRB', expected IGH, IGK or IGL
          --> x.fasta:1
          help: Give IGH, IGK or IGL alleles only, named such as IGHV1-2*02.
        """
    ),
    DamagedFASTA(
      testDescription: "IMGT header cut short",
      text: ">M99641|IGHV1-18*01|Homo sapiens\nACGT\n",
      expected: """
        error[GERM-SYNTAX]: 3 fields in the header, expected at least 5 as in \
        '>M99641|IGHV1-18*01|Homo sapiens|F|V-REGION|'
          --> x.fasta:1
          help: Correct the named line or make the set again with 'clonetrack germline build'.
        """
    ),
    DamagedFASTA(
      testDescription: "no sequence",
      text: ">IGHV1-2*01\n>IGHV1-3*01\nACGT\n",
      expected: """
        error[GERM-SYNTAX]: IGHV1-2*01 has no sequence, expected bases
          --> x.fasta:1
          help: Correct the named line or make the set again with 'clonetrack germline build'.
        """
    ),
    DamagedFASTA(
      testDescription: "no allele at all",
      text: ">IGHM*01\nACGT\n",
      expected: """
        error[GERM-EMPTY]: no allele in the sources, expected at least one
          help: Check that the file is the one that was meant.
        """
    ),
  ]
}

@Suite("A damaged source")
struct GermlineBuilderErrorTests {
  @Test("is refused with line and remedy", arguments: DamagedFASTA.all)
  func refuses(_ damaged: DamagedFASTA) throws {
    let error = try #require(throws: Diagnostic.self) {
      var builder = GermlineBuilder(title: GermlineTitle(name: "T", version: "1"))
      try GermlineFASTA.read(
        Array(damaged.text.utf8),
        path: "x.fasta",
        species: nil,
        into: &builder
      )
      _ = try builder.build(defaults: nil)
    }
    #expect(error.description == damaged.expected)
  }

  @Test(
    "and a title that cannot be written are refused",
    arguments: [
      ("", "1", "the set's name is empty, expected a text"),
      ("N", "", "the set's version is empty, expected a text"),
      ("N\tM", "1", "the set's name holds a tab, a line end or another control character"),
      ("N", "1\n2", "the set's version holds a tab, a line end or another control character"),
    ]
  )
  func titles(name: String, version: String, message: String) throws {
    let error = try #require(throws: Diagnostic.self) {
      try GermlineTitle(name: name, version: version).check()
    }
    #expect(error.code == "GERM-TITLE")
    #expect(error.message == message)
  }
}
