/// Swift text read as code: words in comments and literals do not count.
enum SwiftCode {
  /// The text with comments and the contents of string and `#/…/#` literals replaced by spaces.
  ///
  /// Lines keep their numbers, and code in interpolations stays.
  static func stripped(_ text: String) -> String {
    var stripper = Stripper(text)
    stripper.code(isInterpolation: false)
    return stripper.output
  }

  /// The words of stripped code, in order.
  static func words(of code: String) -> [Word] {
    var words: [Word] = []
    var (line, depth) = (1, 0)
    var before = UInt8(ascii: "\n")
    let bytes = Array(code.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard isWord(byte) else {
        switch byte {
        case UInt8(ascii: "\n"): line += 1
        case UInt8(ascii: " "): break
        default:
          if byte == UInt8(ascii: "{") { depth += 1 }
          if byte == UInt8(ascii: "}") { depth -= 1 }
          before = byte
        }
        index += 1
        continue
      }
      let end = bytes[index...].firstIndex { !isWord($0) } ?? bytes.count
      words.append(
        Word(
          text: String(decoding: bytes[index..<end], as: UTF8.self),
          line: line,
          depth: depth,
          before: Character(Unicode.Scalar(before)),
          after: end < bytes.count ? Character(Unicode.Scalar(bytes[end])) : "\n"
        )
      )
      before = UInt8(ascii: "a")
      index = end
    }
    return words
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 128...:
      true
    default: false
    }
  }
}

/// A name, keyword or number of Swift code.
struct Word {
  /// Its letters.
  var text: String
  /// The number of its line, from 1.
  var line: Int
  /// How many braces are open before it.
  var depth: Int
  /// The character before it, spaces and line ends aside; `a` if that belongs to a word.
  var before: Character
  /// The character directly after it.
  var after: Character
}

/// Blanks comments and literals, byte by byte.
private struct Stripper {
  private let bytes: [UInt8]
  private var kept: [UInt8] = []
  private var index = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var output: String { String(decoding: kept, as: UTF8.self) }

  private func startsHere(_ text: StaticString) -> Bool {
    bytes[index...].starts(with: "\(text)".utf8)
  }

  private mutating func keep(_ count: Int = 1) {
    kept += bytes[index..<min(index + count, bytes.count)]
    index += count
  }

  private mutating func blank(_ count: Int = 1) {
    for byte in bytes[index..<min(index + count, bytes.count)] {
      kept.append(byte == UInt8(ascii: "\n") ? byte : UInt8(ascii: " "))
    }
    index += count
  }

  /// Keeps code up to the end, or up to the bracket that closes an interpolation.
  mutating func code(isInterpolation: Bool) {
    var depth = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "/") where startsHere("//"):
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { blank() }
      case UInt8(ascii: "/") where startsHere("/*"): comment()
      case UInt8(ascii: "\""), UInt8(ascii: "#"): literal()
      case UInt8(ascii: "("):
        depth += 1
        keep()
      case UInt8(ascii: ")"):
        if isInterpolation, depth == 0 { return }
        depth -= 1
        keep()
      default: keep()
      }
    }
  }

  private mutating func comment() {
    var depth = 0
    repeat {
      if startsHere("/*") {
        depth += 1
        blank(2)
      } else if startsHere("*/") {
        depth -= 1
        blank(2)
      } else {
        blank()
      }
    } while depth > 0 && index < bytes.count
  }

  /// Keeps the quotes of a literal and blanks the rest; a `#` that starts none is code.
  private mutating func literal() {
    let pounds = bytes[index...].prefix { $0 == UInt8(ascii: "#") }
    let next = index + pounds.count < bytes.count ? bytes[index + pounds.count] : 0
    keep(pounds.count)
    if next == UInt8(ascii: "/"), !pounds.isEmpty {
      keep()
      let end = [UInt8(ascii: "/")] + pounds
      while index < bytes.count, !bytes[index...].starts(with: end) { blank() }
      return keep(end.count)
    }
    guard next == UInt8(ascii: "\"") else { return }
    let quotes = startsHere("\"\"\"") ? 3 : 1
    let end = [UInt8](repeating: UInt8(ascii: "\""), count: quotes) + pounds
    let escape = [UInt8(ascii: "\\")] + pounds
    keep(quotes)
    while index < bytes.count, !bytes[index...].starts(with: end) {
      guard bytes[index...].starts(with: escape) else {
        blank()
        continue
      }
      blank(escape.count)
      guard index < bytes.count, bytes[index] == UInt8(ascii: "(") else {
        blank()
        continue
      }
      keep()
      code(isInterpolation: true)
      keep()
    }
    keep(end.count)
  }
}
