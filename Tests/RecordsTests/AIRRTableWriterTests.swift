import Germline
import Nucleotides
import Rearrangements
import Records
import TestSupport
import Testing

/// The AIRR Rearrangement TSV.
///
/// The golden table is also checked by `airr-tools` in
/// `tools/validate_records.py`.
struct AIRRTableWriterTests {
  @Test func goldenTable() throws {
    var table: [UInt8] = []
    let writer = AIRRTableWriter(germline: SampleTable.germline)
    writer.appendHeader(to: &table)
    for read in SampleTable.reads {
      writer.append(
        read.row,
        sequenceID: Array(read.name.utf8).span,
        sequence: Array(read.letters.utf8).span,
        to: &table
      )
    }
    try RepositoryFile.expectGolden("found/rearrangements.airr.tsv", table)
  }

  /// The sample set's name, version and sha256, as every row states them.
  private static let germlineDatabase =
    "test (1) sha256:" + String(repeating: "0123456789abcdef", count: 4)

  @Test func heavyChainOnTheOtherStrand() throws {
    let fields = try fields(of: SampleTable.reads[0])
    let expected: [AIRRColumn: String] = [
      .sequenceID: "read/1",
      .sequence: "CCCCCAGTAGTCAAAGTCCTTTCGCACAgg",
      .revComp: "T",
      .productive: "F",
      .vjInFrame: "F",
      .stopCodon: "T",
      .completeVDJ: "F",
      .locus: "IGH",
      .vCall: "IGHV3-23*01,IGHV3-23D*01",
      .jCall: "IGHJ4*02",
      .sequenceAlignment: "TGTGCGAAAGGACTTTGACTACTGGGG",
      .germlineAlignment: "TGTGCGAAANNACTTTGACTACTGGGG",
      .junction: "TGTGCGAAAGGACTTTGACTACTGG",
      .junctionAA: "CAKGL*LL",
      .np1: "GG",
      .vScore: "12.35",
      .vIdentity: "1.00000",
      .vCigar: "2S287N9=19S",
      .jScore: "-0.50",
      .jIdentity: "0.98765",
      .jCigar: "13S5N16=1S",
      .vSequenceStart: "3",
      .vSequenceEnd: "11",
      .vGermlineStart: "288",
      .vGermlineEnd: "296",
      .jSequenceStart: "14",
      .jSequenceEnd: "29",
      .jGermlineStart: "6",
      .jGermlineEnd: "21",
      .junctionLength: "25",
      .np1Length: "2",
      .duplicateCount: "7",
      .cloneID: "S01 1",
      .germlineDatabase: Self.germlineDatabase,
      .ctRearrangementClass: "IGH_VDJ",
      .ctTemplates: "1.5",
      .ctLikeFraction: "1e-06",
      .ctVFunctionality: "F",
    ]
    for (column, field) in zip(AIRRColumn.allCases, fields) {
      #expect(field == expected[column, default: ""], "\(column.rawValue)")
    }
  }

  @Test func aReadThatIsNoRearrangement() throws {
    let fields = try fields(of: SampleTable.reads[3])
    let expected: [AIRRColumn: String] = [
      .sequenceID: "off target", .sequence: "acgtn", .revComp: "F", .ctRejected: "no_v",
      .germlineDatabase: Self.germlineDatabase,
    ]
    for (column, field) in zip(AIRRColumn.allCases, fields) {
      #expect(field == expected[column, default: ""], "\(column.rawValue)")
    }
  }

  @Test func completeOnlyFromFirstToLastCodon() throws {
    let column = try #require(AIRRColumn.allCases.firstIndex(of: .completeVDJ))
    // The J of the set has 48 bases and reads from its third: 45 = 15 codons end at offset 47.
    for (vStart, jEnd, expected) in [(0, 47, "T"), (0, 48, "T"), (0, 46, "F"), (1, 48, "F")] {
      let read = SampleTable.heavy(vStart: vStart, jEnd: jEnd)
      let fields = try fields(of: read)
      #expect(fields[column] == expected, "V from \(vStart), J to \(jEnd)")
    }
  }

  private func fields(of read: SampleTable.Read) throws -> [String] {
    var line: [UInt8] = []
    AIRRTableWriter(germline: SampleTable.germline).append(
      read.row,
      sequenceID: Array(read.name.utf8).span,
      sequence: Array(read.letters.utf8).span,
      to: &line
    )
    #expect(line.last == UInt8(ascii: "\n"))
    let fields = line.dropLast().split(
      separator: UInt8(ascii: "\t"),
      omittingEmptySubsequences: false
    )
    try #require(fields.count == AIRRColumn.allCases.count)
    return fields.map { String(decoding: $0, as: UTF8.self) }
  }
}
