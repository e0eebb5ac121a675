import Diagnostics
import Records

/// A table that a script may sort and filter, and that is whole without it.
struct DataTable {
  /// One column.
  struct Column {
    /// The heading.
    var title: String
    /// Whether it holds numbers.
    var isNumeric = false
    /// Whether rows can be filtered by its values.
    var isFilter = false
    /// Whether it holds sentences, which may break into lines.
    var isWide = false

    /// A column of text.
    static func text(_ title: String) -> Column { Column(title: title) }
    /// A column of sentences.
    static func words(_ title: String) -> Column { Column(title: title, isWide: true) }
    /// A column of numbers.
    static func number(_ title: String) -> Column { Column(title: title, isNumeric: true) }
    /// A column of few values by which rows can be filtered.
    static func filter(_ title: String) -> Column { Column(title: title, isFilter: true) }
  }

  /// One cell.
  struct Cell: ExpressibleByStringInterpolation {
    /// What it shows.
    var content: HTML
    /// What it is sorted by; `nil` sorts by the text.
    var key: Double?

    init(_ content: HTML, key: Double? = nil) { (self.content, self.key) = (content, key) }
    init(stringLiteral text: String) { self.init(HTML(stringLiteral: text)) }
    init(stringInterpolation: HTML.StringInterpolation) {
      self.init(HTML(stringInterpolation: stringInterpolation))
    }

    /// A whole number.
    static func count(_ number: Int) -> Cell { Cell("\(number)", key: Double(number)) }
    /// A share in percent.
    static func percent(_ share: Double?) -> Cell {
      Cell("\(ReportNumber.percent(share))", key: share)
    }
  }

  /// What the table shows, for those who cannot see it.
  let caption: String
  /// What a row is, in the plural.
  let things: String
  /// The columns.
  let columns: [Column]
  /// The rows, as long as `columns` each.
  let rows: [[Cell]]

  /// The cells of a share: count, denominator, share, interval.
  static func cells(_ share: ProportionRecord) -> [Cell] {
    [
      .count(share.numerator), .count(share.denominator), .percent(share.rate),
      "\(share.interval)",
    ]
  }

  /// The columns of `cells`.
  static func columns(_ events: String) -> [Column] {
    [.number(events), .number("Of"), .number("Share"), .text("95 % CI")]
  }

  /// The table, in a frame that scrolls on a screen.
  var html: HTML {
    let head = columns.map { column -> HTML in
      let kind: HTML = column.isNumeric ? " class=\"number\"" : ""
      let filter: HTML = column.isFilter ? " data-filter" : ""
      return "<th scope=\"col\"\(kind)\(filter)>\(column.title)</th>"
    }
    let body = rows.map { row -> HTML in
      "<tr>\(zip(columns, row).map { cell($1, in: $0) })</tr>\n"
    }
    return """
      <div class="scroll" role="region" aria-label="\(caption)" tabindex="0">
      <table class="data" data-things="\(things)">
      <caption>\(caption)</caption>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(body)</tbody>
      </table>
      </div>

      """
  }

  private func cell(_ cell: Cell, in column: Column) -> HTML {
    if column.isWide { return "<td class=\"wide\">\(cell.content)</td>" }
    guard column.isNumeric else { return "<td>\(cell.content)</td>" }
    let key = FormattedNumber.shortest(cell.key)
    return "<td class=\"number\" data-key=\"\(key)\">\(cell.content)</td>"
  }
}
