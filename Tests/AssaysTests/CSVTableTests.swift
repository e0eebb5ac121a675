import Assays
import SimulatedReads
import Testing

@Suite("Comma-separated values")
struct CSVTableTests {
  /// The cases of RFC 4180 section 2, with the fields that it says they have.
  @Test(
    "are read as RFC 4180 says",
    arguments: [
      ("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      ("aaa,bbb,ccc\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      ("\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
      (
        "\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx",
        [["aaa", "b\r\nbb", "ccc"], ["zzz", "yyy", "xxx"]]
      ),
      ("\"aaa\",\"b\"\"bb\",\"ccc\"", [["aaa", "b\"bb", "ccc"]]),
      ("a, b ,c\n", [["a", " b ", "c"]]),
      ("a,\n,b\n", [["a", ""], ["", "b"]]),
      ("\u{FEFF}a,b\n", [["a", "b"]]),
      ("a,b\n\n,\nc,d\n\n", [["a", "b"], ["c", "d"]]),
      ("", []),
    ] as [(String, [[String]])]
  )
  func standard(_ text: String, _ rows: [[String]]) {
    let table = CSVTable(Array(text.utf8))
    #expect(table.rows.map(\.fields) == rows)
    #expect(table.faults.isEmpty)
  }

  @Test("name line and field of what is no table, and go on")
  func faults() {
    let text = "a,b\nx\"y,1\n\"x\"y,1\nc,d\re,f\ng,\u{1}\n\"h\"\"\ni\",j\n\"k,l\nm\n"
    let table = CSVTable(Array(text.utf8))
    #expect(table.rows.map(\.fields) == [["a", "b"], ["h\"\ni", "j"]])
    #expect(table.rows.map(\.line) == [1, 6])
    #expect(
      table.faults.map { fault in "\(fault.line).\(fault.field) \(fault.message)" } == [
        "2.1 a quote stands inside a field, expected the whole field in quotes and \"\" for a quote",
        "3.1 text follows a closing quote, expected a comma or the line's end",
        "4.2 a carriage return stands alone, expected lines that end in LF or CRLF",
        "5.2 control character U+0001, expected plain text",
        "8.1 a quote is opened and never closed, expected another one",
      ]
    )
    #expect(
      CSVTable([0x61, 0xFF, 0x0A]).faults.map(\.message) == [
        "the bytes are no UTF-8, expected the file saved as UTF-8"
      ]
    )
  }

  @Test("come back from any table that was written", arguments: 1...40 as ClosedRange<UInt64>)
  func roundTrip(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let letters = Array("ab ,\"\n;é中-1\r\t").filter { $0 != "\t" }
    let width = Int.random(in: 1...5, using: &random)
    let rows = (0..<Int.random(in: 1...8, using: &random)).map { _ in
      // A row of empty fields only is passed over, so each has a letter.
      ["x"]
        + (1..<(width + 1)).map { _ in
          String(
            (0..<Int.random(in: 0...6, using: &random)).map { _ in
              letters.randomElement(using: &random) ?? "a"
            }
          )
        }
    }
    let ending = Bool.random(using: &random) ? "\r\n" : "\n"
    let text = rows.map { row in
      row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + ending
    }.joined()
    let table = CSVTable(Array(text.utf8))
    #expect(table.faults.isEmpty)
    #expect(table.rows.map(\.fields) == rows)
  }

  @Test("of any bytes end, every line a row or a fault", arguments: 1...60 as ClosedRange<UInt64>)
  func anyBytes(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("a,\"\n\r\u{0}é".utf8) + [0xFF]
    let bytes = (0..<400).map { _ in alphabet.randomElement(using: &random) ?? 0x61 }
    let table = CSVTable(bytes)
    let lines = bytes.count { $0 == 0x0A } + 1
    #expect(table.rows.count + table.faults.count <= lines)
    let places = table.rows.map(\.line) + table.faults.map(\.line)
    #expect(places.allSatisfy { (1...lines).contains($0) })
    #expect(table.rows.allSatisfy { $0.fields.contains { !$0.isEmpty } })
  }
}
