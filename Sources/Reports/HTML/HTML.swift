/// A piece of HTML whose interpolated text is escaped, so that no value can become markup.
///
/// Literals are markup; interpolated strings and numbers are text; interpolated pieces stay markup.
struct HTML: ExpressibleByStringInterpolation, Hashable, Sendable {
  /// The markup.
  private(set) var markup: String

  /// Creates a piece out of markup in the program's own source.
  init(stringLiteral markup: String) { self.markup = markup }

  /// Creates a piece out of an interpolated literal.
  init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }

  /// Collects literals and escaped values.
  struct StringInterpolation: StringInterpolationProtocol {
    /// What was collected.
    fileprivate(set) var markup = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    /// Appends markup.
    mutating func appendLiteral(_ literal: String) { markup += literal }

    /// Appends text.
    mutating func appendInterpolation(_ text: String) {
      for character in text.unicodeScalars {
        switch character {
        case "&": markup += "&amp;"
        case "<": markup += "&lt;"
        case ">": markup += "&gt;"
        case "\"": markup += "&quot;"
        case "'": markup += "&#39;"
        default: markup.unicodeScalars.append(character)
        }
      }
    }

    /// Appends a whole number in groups of three digits.
    mutating func appendInterpolation(_ number: Int) {
      appendInterpolation(ReportNumber.count(number))
    }

    /// Appends markup that was made elsewhere.
    mutating func appendInterpolation(_ piece: HTML) { markup += piece.markup }

    /// Appends pieces one after the other.
    mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { markup += piece.markup }
    }
  }
}

extension HTML {
  /// A table; columns whose number is in `numeric` are right-aligned.
  static func table(_ head: [String], numeric: Set<Int>, rows: [[HTML]]) -> HTML {
    func cells(_ row: [HTML], _ tag: HTML) -> [HTML] {
      row.enumerated().map { index, cell in
        numeric.contains(index)
          ? "<\(tag) class=\"number\">\(cell)</\(tag)>" : "<\(tag)>\(cell)</\(tag)>"
      }
    }
    let body = rows.map { row -> HTML in "<tr>\(cells(row, "td"))</tr>\n" }
    return """
      <table>
      <thead><tr>\(cells(head.map { "\($0)" }, "th"))</tr></thead>
      <tbody>
      \(body)</tbody>
      </table>

      """
  }

  /// A section with its heading.
  static func section(_ title: String, _ content: HTML) -> HTML {
    "<section>\n<h2>\(title)</h2>\n\(content)</section>\n"
  }

  /// Names and their values.
  static func facts(_ facts: [(name: String, value: HTML)]) -> HTML {
    let items = facts.map { fact -> HTML in
      "<div><dt>\(fact.name)</dt><dd>\(fact.value)</dd></div>\n"
    }
    return "<dl>\n\(items)</dl>\n"
  }
}
