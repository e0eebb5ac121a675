import Assays
import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

@Suite("Sample sheets")
struct SampleSheetTests {
  private static func read(
    _ text: String,
    rules: SampleSheet.Rules = .init()
  ) throws(DiagnosticList) -> SampleSheet {
    try SampleSheet(csv: Array(text.utf8), path: "run/sheet.csv", rules: rules)
  }

  /// The faults of a sheet, one line each: line and message.
  private static func faults(_ text: String, rules: SampleSheet.Rules = .init()) -> [String] {
    do throws(DiagnosticList) {
      _ = try read(text, rules: rules)
      return []
    } catch {
      return error.diagnostics.map { "\($0.location?.line ?? 0) \($0.code) \($0.message)" }
    }
  }

  @Test("of the simulator are read as they are")
  func simulator() throws {
    let path = Patient.folder + "/samplesheet.csv"
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))
    let sheet = try SampleSheet(csv: bytes, path: path)
    #expect(sheet.samples.map(\.name) == ["P1-DX", "P1-FU1", "P1-FU2", "P1-FU3", "P1-FU4"])
    let second = sheet.samples[2]
    var replicates = Patient.replicates("P1-FU2")
    for index in replicates.indices { replicates[index].dnaNanograms = 150 }
    #expect(second.replicates == replicates)
    #expect(second.metadata["collection_date"] == "2024-07-15")
    #expect(second.metadata["index"] == "CGCGGCTC+CTCACGTA;GTCGCGTA+AAAGATTC")
    #expect(second.metadata["fastq_1"] == nil)
    #expect(second.metadata["plasma_cell_percent"] == nil)
    #expect(sheet.baselines(of: second).map(\.name) == ["P1-DX"])
  }

  @Test("join lanes of a replicate and keep columns that nobody knows")
  func lanes() throws {
    let sheet = try Self.read(
      """
      sample,fastq_1,fastq_2,subject,role,replicate,lane,run,site
      D,d1.fq,,P,DX,,,,Ulm
      F,/x/a1.fq,/x/a2.fq,P,FU,1,1,R,Ulm
      F,b1.fq,b2.fq,P,FU,2,1,R,Bonn
      F,c1.fq,c2.fq,P,FU,1,2,R,Ulm
      """
    )
    #expect(sheet.samples.map(\.line) == [2, 3])
    #expect(sheet.samples[0].replicates == [.init(lanes: [.init(first: "run/d1.fq")])])
    #expect(
      sheet.samples[1].replicates == [
        .init(lanes: [
          .init(first: "/x/a1.fq", second: "/x/a2.fq"),
          .init(first: "run/c1.fq", second: "run/c2.fq"),
        ]), .init(lanes: [.init(first: "run/b1.fq", second: "run/b2.fq")]),
      ]
    )
    #expect(sheet.samples[1].metadata["site"] == "Ulm;Bonn")
  }

  @Test("name every fault at once, with line, column, value and accepted form")
  func everyFault() {
    let found = Self.faults(
      """
      sample,fastq_1,fastq_2,subject,role,replicate,dna_ng,run,lane,index,udi,dna_din,collection_date
      D 1,d.fq,,P,DX,1,10O,R,1,ACGT,T,8,2024-02-30
      F,f.fq,,P,FUP,0,5,R,1,ACGU,yes,11,2024-03-01
      G,,,,FU,1,5,R,1,ACGG,T,8,
      H,h.fq,,P,FU,1,5
      """
    )
    let wanted = """
      2 SHEET-SYNTAX column sample is 'D 1', expected a name without spaces and \
      slashes that does not start with a dot
      2 SHEET-SYNTAX column dna_ng is '10O', expected a number of ng from 0 to 1000000
      2 SHEET-SYNTAX column collection_date is '2024-02-30', expected a day such as \
      2024-01-31
      3 SHEET-SYNTAX column role is 'FUP', expected DX, PRE_TX, RELAPSE, PD, FU, NTC, \
      POS, NEG
      3 SHEET-SYNTAX column replicate is '0', expected a whole number from 1
      3 SHEET-SYNTAX column index is 'ACGU', expected bases such as ACGTACGT or \
      ACGTACGT+TGCATGCA
      3 SHEET-SYNTAX column udi is 'yes', expected T or F
      3 SHEET-SYNTAX column dna_din is '11', expected a number from 1 to 10
      4 SHEET-SYNTAX column subject is empty, expected a name without spaces and \
      slashes that does not start with a dot
      4 SHEET-SYNTAX column fastq_1 is empty, expected the path of a FASTQ file
      5 SHEET-SYNTAX the row has 7 fields, expected 13 as in the header
      """
    #expect(found.joined(separator: "\n") == wanted)
  }

  @Test("name contradictions between rows")
  func contradictions() {
    let found = Self.faults(
      """
      sample,fastq_1,fastq_2,subject,role,replicate,dna_ng,run,lane,index,visit
      D,d.fq,,P,DX,1,10,R0,1,AAAA,
      F,a1.fq,a2.fq,P,FU,1,10,R,1,ACGT,M3
      F,b1.fq,,P,FU,1,20,R,2,ACGT,M6
      G,a1.fq,c2.fq,P,FU,1,10,R,1,ACGT,M3
      H,h.fq,,Q,FU,1,10,R,1,GGGG,M3
      """
    )
    let wanted = """
      4 SHEET-SYNTAX column visit is 'M6', expected 'M3' as in line 3 of the same \
      sample F
      4 SHEET-SYNTAX column fastq_2 is empty, expected second mates in all lanes of \
      replicate 1 or in none
      4 SHEET-SYNTAX column dna_ng is '20', expected '10' as in line 3 of the same \
      replicate
      5 SHEET-SYNTAX column fastq_1 is 'a1.fq', expected every file once; line 3 has \
      it too
      5 SHEET-SYNTAX column index is 'ACGT', expected one library an index and lane; \
      line 3 has it too
      6 SHEET-SYNTAX column subject is 'Q', expected a subject with a baseline: a row \
      of role DX, PRE_TX, RELAPSE, PD or --baseline of an earlier run
      """
    #expect(found.joined(separator: "\n") == wanted)
    let sheet = "sample,fastq_1,subject,role\nH,h.fq,Q,FU\n"
    #expect(Self.faults(sheet, rules: .init(knownSubjects: ["Q"])) == [])
  }

  @Test(
    "without a usable header say what is missing",
    arguments: [
      ("", "0 SHEET-SYNTAX the sheet is empty, expected a header and one row a file"),
      (
        "sample;fastq_1;subject;role\n",
        "1 SHEET-SYNTAX columns are separated by semicolons, expected commas"
      ),
      (
        "sample,fastq_1,subject,role\n", "1 SHEET-SYNTAX the sheet has no row below its header"
      ),
      (
        "sample,fastq_1,subject\nx\n",
        "1 SHEET-SYNTAX column role is missing, expected at least sample, fastq_1, subject, role"
      ),
      (
        "sample,fastq_1,subject,role,role\nx\n",
        "1 SHEET-SYNTAX column role is there twice, expected it once"
      ),
    ]
  )
  func headers(_ text: String, _ fault: String) { #expect(Self.faults(text) == [fault]) }

  @Test("that look like a person's are refused with --strict-deid only")
  func persons() {
    let text = """
      sample,fastq_1,subject,role,Date of Birth,note,visit
      S1-DX,a.fq,Maria_Schmidt,DX,,born 1950,BASELINE
      S1-FU,b.fq,Maria_Schmidt,FU,1950-03-04,1950-03-04,M3
      S2-DX,c.fq,12345678,DX,,MRN 0012345,BASELINE
      S3-DX,d.fq,S3,DX,,a@b.de,BASELINE
      """
    #expect(Self.faults(text) == [])
    let found = Self.faults(text, rules: .init(refusesPersons: true))
    let wanted = """
      1 SHEET-PERSON column Date of Birth is named like a birth date, expected no \
      personal data
      2 SHEET-PERSON column subject is 'Maria_Schmidt', which looks like a name, \
      expected no personal data
      3 SHEET-PERSON column subject is 'Maria_Schmidt', which looks like a name, \
      expected no personal data
      3 SHEET-PERSON column note is '1950-03-04', which looks like a birth date, \
      expected no personal data
      4 SHEET-PERSON column subject is '12345678', which looks like a record number, \
      expected no personal data
      4 SHEET-PERSON column note is 'MRN 0012345', which looks like a record number, \
      expected no personal data
      5 SHEET-PERSON column note is 'a@b.de', which looks like a mail address, \
      expected no personal data
      """
    #expect(found.joined(separator: "\n") == wanted)
  }

  @Test("of study codes pass --strict-deid")
  func codes() throws {
    let path = Patient.folder + "/samplesheet.csv"
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))
    _ = try SampleSheet(csv: bytes, path: path, rules: .init(refusesPersons: true))
  }
}
