import Diagnostics
import Records

/// Coordinates of the drawings over failures.
enum PlotFrame {
  /// The width of a drawing.
  static let width = 720.0

  /// The places of some points, evenly from left to right.
  static func places(_ count: Int, from left: Double, to right: Double) -> [Double] {
    let step = (right - left) / Double(max(count, 1))
    return (0..<count).map { left + (Double($0) + 0.5) * step }
  }

  /// A coordinate with one decimal.
  static func text(_ coordinate: Double) -> String {
    FormattedNumber.fixed(coordinate, decimals: 1)
  }

  /// A straight line.
  static func line(
    _ kind: HTML,
    _ x1: Double,
    _ y1: Double,
    _ x2: Double,
    _ y2: Double
  ) -> HTML {
    """
    <line class="\(kind)" x1="\(text(x1))" y1="\(text(y1))" x2="\(text(x2))" y2="\(text(y2))"/>

    """
  }

  /// A label; `kind` sets its anchor.
  static func label(_ content: String, _ kind: HTML, _ x: Double, _ y: Double) -> HTML {
    "<text class=\"\(kind)\" x=\"\(text(x))\" y=\"\(text(y))\">\(content)</text>\n"
  }

  /// A circle.
  static func circle(_ kind: HTML, _ x: Double, _ y: Double, _ radius: Double) -> HTML {
    "<circle class=\"\(kind)\" cx=\"\(text(x))\" cy=\"\(text(y))\" r=\"\(text(radius))\"/>\n"
  }

  /// A triangle around a place that points down.
  static func triangle(_ kind: HTML, _ x: Double, _ y: Double, _ half: Double) -> HTML {
    """
    <path class="\(kind)" d="M\(text(x - half)) \(text(y - half))H\(text(x + half))L\(text(x)) \
    \(text(y + half))Z"/>

    """
  }

  /// A square around a place.
  static func square(_ kind: HTML, _ x: Double, _ y: Double, _ half: Double) -> HTML {
    """
    <rect class="\(kind)" x="\(text(x - half))" y="\(text(y - half))" width="\(text(2 * half))" \
    height="\(text(2 * half))"/>

    """
  }

  /// Names below an axis, as many as fit without touching; the last one always stands.
  ///
  /// - Parameters:
  ///   - names: One for each place.
  ///   - others: What stands at the same places in another line.
  ///   - places: From left to right, evenly spaced.
  ///   - y: The line the names stand on.
  /// - Returns: The labels.
  static func names(
    _ names: [String],
    with others: [String] = [],
    at places: [Double],
    y: Double
  ) -> [HTML] {
    let longest = Double((names + others).map(\.count).max() ?? 1) * 6.5 + 8
    let step = places.count > 1 ? places[1] - places[0] : width
    let every = max(1, Int((longest / step).rounded(.up)))
    return names.indices.filter { (names.count - 1 - $0).isMultiple(of: every) }.map {
      label(names[$0], "", places[$0], y)
    }
  }
}
