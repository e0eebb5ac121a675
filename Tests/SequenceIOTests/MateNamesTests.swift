import SequenceIO
import Testing

@Suite("Mates' names")
struct MateNamesTests {
  struct Case: CustomTestStringConvertible {
    var first: String
    var second: String
    var agree: Bool
    var testDescription: String { "\(first) | \(second)" }

    static let all = [
      Case(first: "a:1:2 1:N:0:AC", second: "a:1:2 2:N:0:AC", agree: true),
      Case(first: "a:1:2 1:N:0:AC", second: "a:1:3 2:N:0:AC", agree: false),
      Case(first: "a:1:2\t1", second: "a:1:2 2", agree: true),
      Case(first: "a:1:2\tx", second: "a:1:2", agree: true),
      Case(first: "a:1:2", second: "a:1:2 x", agree: true),
      Case(first: "r/1", second: "r/2", agree: true),
      Case(first: "r/1 x", second: "r/2\ty", agree: true),
      Case(first: "r/1", second: "r", agree: true),
      Case(first: "r/1", second: "s/2", agree: false),
      Case(first: "r/3", second: "r/4", agree: false),
      Case(first: "r", second: "r", agree: true),
      Case(first: "r1", second: "r2", agree: false),
      Case(first: "r1", second: "r11", agree: false),
      Case(first: "r1", second: "r1/2", agree: true),
      Case(first: "read-number-12345678", second: "read-number-12345678/2", agree: true),
      Case(first: "read-number-12345678 x/1", second: "read-number-12345678 y/1", agree: true),
      Case(first: "read-number-12345678/1", second: "read-number-12345679/2", agree: false),
      Case(first: "é/1", second: "é/2", agree: true),
    ]
  }

  @Test("are compared up to a blank or the mate's number", arguments: Case.all)
  func agree(_ example: Case) {
    let one = [0] + Array(example.first.utf8)
    let two = Array(example.second.utf8) + [0]
    let (header, other) = (1..<one.count, 0..<two.count - 1)
    #expect(MateNames.agree(one.span, header, two.span, other) == example.agree)
    #expect(MateNames.agree(two.span, other, one.span, header) == example.agree)
  }

  @Test(
    "say which mate it is",
    arguments: [
      ("a 1:N:0:AC", 1), ("a 2:Y:0:AC", 2), ("a/1", 1), ("a/2 x", 2), ("a 3:N:0:", nil),
      ("a 1:X", nil), ("a", nil), ("a 1", nil), ("/1", nil), ("a\t2:N:18:1", 2),
    ] as [(String, Int?)]
  )
  func mate(header: String, expected: Int?) {
    let bytes = Array(header.utf8)
    #expect(MateNames.mate(bytes.span, 0..<bytes.count) == expected)
  }
}
