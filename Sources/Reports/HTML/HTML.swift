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
  /// A table with its caption; columns whose number is in `numeric` are right-aligned, the first one
  /// heads its row.
  static func table(
    _ head: [String],
    caption: String,
    numeric: Set<Int>,
    rows: [[HTML]]
  ) -> HTML {
    let titles = head.enumerated().map { index, title -> HTML in
      let kind: HTML = numeric.contains(index) ? " class=\"number\"" : ""
      return "<th scope=\"col\"\(kind)>\(title)</th>"
    }
    let body = rows.map { row -> HTML in
      let cells = row.enumerated().map { index, cell -> HTML in
        if index == 0 { return "<th scope=\"row\">\(cell)</th>" }
        return numeric.contains(index) ? "<td class=\"number\">\(cell)</td>" : "<td>\(cell)</td>"
      }
      return "<tr>\(cells)</tr>\n"
    }
    return """
      <table>
      <caption>\(caption)</caption>
      <thead><tr>\(titles)</tr></thead>
      <tbody>
      \(body)</tbody>
      </table>

      """
  }

  /// A section that its heading names and the contents lead to.
  static func section(_ id: HTML, _ title: String, _ content: HTML) -> HTML {
    """
    <section id="\(id)" aria-labelledby="\(id)-title">
    <h2 id="\(id)-title">\(title)</h2>
    \(content)</section>

    """
  }

  /// Names and their values.
  static func facts(_ facts: [(name: String, value: HTML)]) -> HTML {
    let items = facts.map { fact -> HTML in
      "<div><dt>\(fact.name)</dt><dd>\(fact.value)</dd></div>\n"
    }
    return "<dl>\n\(items)</dl>\n"
  }

  /// A drawing with its title and description for those who do not see it.
  ///
  /// - Parameters:
  ///   - id: The drawing's own identifier on the page.
  ///   - kind: A class of the style sheet; `nil` for none.
  ///   - size: Width and height in the drawing's units.
  ///   - title: What the drawing is.
  ///   - description: What it shows, with the values.
  ///   - content: The drawing.
  /// - Returns: The drawing as inline SVG.
  static func drawing(
    _ id: String,
    _ kind: HTML? = nil,
    size: (width: Int, height: Int),
    title: String,
    description: String,
    _ content: HTML
  ) -> HTML {
    let kinds: HTML = kind.map { " class=\"\($0)\"" } ?? ""
    return """
      <svg\(kinds) width="\(String(size.width))" height="\(String(size.height))" \
      viewBox="0 0 \(String(size.width)) \(String(size.height))" role="img" \
      aria-labelledby="\(id)-title \(id)-text">
      <title id="\(id)-title">\(title)</title>
      <desc id="\(id)-text">\(description)</desc>
      \(content)</svg>

      """
  }
}
