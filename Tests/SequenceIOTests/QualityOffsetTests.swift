import Diagnostics
import SequenceIO
import Testing

@Suite("Quality offset")
struct QualityOffsetTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var lowest: Character
    var highest: Character
    var isPhred64: Bool
    var testDescription: String { name }

    static let all = [
      Case(name: "Solexa", lowest: ";", highest: "h", isPhred64: true),
      Case(name: "Illumina 1.3", lowest: "@", highest: "h", isPhred64: true),
      Case(name: "Illumina 1.5", lowest: "B", highest: "i", isPhred64: true),
      Case(name: "edge of the rule", lowest: "J", highest: "O", isPhred64: true),
      Case(name: "lowest one below", lowest: ":", highest: "h", isPhred64: false),
      Case(name: "Illumina 1.8", lowest: "#", highest: "J", isPhred64: false),
      Case(name: "NovaSeq, good reads only", lowest: ";", highest: "F", isPhred64: false),
      Case(name: "Q45, good reads only", lowest: ";", highest: "N", isPhred64: false),
      Case(name: "PacBio, good reads only", lowest: ";", highest: "~", isPhred64: false),
      Case(name: "constant Q93", lowest: "~", highest: "~", isPhred64: false),
      Case(name: "constant Q40", lowest: "I", highest: "I", isPhred64: false),
      Case(name: "consensus Q60", lowest: "K", highest: "]", isPhred64: false),
    ]
  }

  @Test("is judged by the extremes", arguments: Case.all)
  func extremes(_ example: Case) throws {
    let (low, high) = (
      try #require(example.lowest.asciiValue), try #require(example.highest.asciiValue)
    )
    var offset = QualityOffset()
    #expect(offset.judge() == nil)
    offset = QualityOffset()
    offset.observe(lowest: low, highest: high)
    let judged = offset.judge()
    #expect((judged != nil) == example.isPhred64)
    #expect(!offset.isOpen)
    #expect(offset.judge() == nil, "judged once")
  }

  @Test("no data with a base below ';' is refused", arguments: UInt8(33)...58)
  func noFalseAlarm(lowest: UInt8) {
    for highest in lowest...126 {
      var offset = QualityOffset()
      offset.observe(lowest: lowest, highest: highest)
      #expect(offset.judge() == nil)
    }
  }

  @Test("is judged at the window's end, not before", arguments: [9_999, 10_000, 10_001])
  func window(goodFrom: Int) throws {
    var text: [UInt8] = []
    for record in 1...10_100 {
      text += Array("@r\(record)\nAC\n+\n\(record < goodFrom ? "Bh" : "!h")\n".utf8)
    }
    let read = { try records(SequenceReader(source: MemorySource(text, path: "x"))).records.count }
    guard goodFrom > QualityOffset.window else {
      #expect(try read() == 10_100)
      return
    }
    let error = try #require(throws: Diagnostic.self) { _ = try read() }
    #expect(
      error.description == """
        error[READ-PHRED64]: found quality characters from 'B' to 'h', which is Phred+64; \
        expected Phred+33
          --> x
          help: Convert the file to Phred+33, for example with 'seqtk seq -VQ64'.
        """
    )
  }
}
