import Clonotyping
import Records

/// A drawing of the clone and of the clonotypes that the drift rules name.
///
/// Left the clones of the baseline, right what emerged; a line joins relatives and says how they
/// differ. Solid, dashed and round shapes say the same as the words, so the drawing needs no colour.
struct ClonalFamilyPlot {
  /// The sample's record.
  let record: FollowupRecord

  private static let rowHeight = 72
  private static let boxHeight = 54
  private static let boxWidth = 250
  private static let right = 462

  /// What one clonotype of the drawing is.
  private struct Box {
    var lines: [String]
    var kind: String
    var place: Int
    var isLeft: Bool
  }

  /// A line between boxes of one height or of two.
  private struct Edge {
    var from: Int
    var to: Int
    var label: String
  }

  /// The drawing as SVG; nothing without a clonotype to draw.
  var svg: HTML {
    let (boxes, edges) = layout
    guard !boxes.isEmpty else { return "" }
    let rows = (boxes.map(\.place).max() ?? 0) + 1
    let drawing = HTML.drawing(
      "family-plot",
      "family",
      size: (720, rows * Self.rowHeight),
      title: "The clonal family",
      description: label(boxes, edges),
      "\(edges.map(draw))\(boxes.map(draw))"
    )
    return """
      \(drawing)<p class="quiet">Left: clones of the baseline, dashed if not detected. Right: clonotypes of this \
      sample, round if related to the clone by the line, square if not.</p>

      """
  }

  private var layout: (boxes: [Box], edges: [Edge]) {
    var boxes: [Box] = []
    var edges: [Edge] = []
    var place = 0
    for clone in record.clonotypes {
      let events = record.drift.filter { $0.cloneID == clone.cloneID }
      guard !events.isEmpty else { continue }
      let own = place
      let isLost = clone.detected == false
      boxes.append(
        Box(
          lines: [
            clone.cloneID, Self.genes(clone.vCall, clone.jCall),
            isLost ? "not detected" : Self.templates(clone.templates),
          ],
          kind: isLost ? "lost" : "clone",
          place: own,
          isLeft: true
        )
      )
      for event in events where event.verdict == "related" {
        boxes.append(box(event, "relative", place))
        edges.append(Edge(from: own, to: place, label: Self.label(event)))
        place += 1
      }
      place = max(place, own + 1)
    }
    for event in record.drift where event.newCloneID != nil && event.verdict != "related" {
      boxes.append(box(event, "other", place))
      place += 1
    }
    return (boxes, edges)
  }

  private func box(_ event: FollowupRecord.DriftRecord, _ kind: String, _ place: Int) -> Box {
    Box(
      lines: [
        "\(event.newCloneID ?? "") (\(event.event))", Self.genes(event.vCall, event.jCall),
        Self.templates(event.templates),
      ],
      kind: kind,
      place: place,
      isLeft: false
    )
  }

  private static func label(_ event: FollowupRecord.DriftRecord) -> String {
    let differing = event.distance.map { "\($0) differing" } ?? ""
    guard let stem = event.stem else { return differing }
    return "stem \(stem.utf8.count) nt, \(differing)"
  }

  private static func genes(_ v: String?, _ j: String?) -> String {
    [v, j].compactMap { call in call?.split(separator: ",").first.map(String.init) }
      .joined(separator: " · ")
  }

  private static func templates(_ count: Double?) -> String {
    "\(ReportNumber.significant(count)) templates"
  }

  private func draw(_ box: Box) -> HTML {
    let x = box.isLeft ? 1 : Self.right - 1
    let y = box.place * Self.rowHeight + 9
    let radius = box.kind == "relative" ? 16 : 0
    let lines = box.lines.enumerated().map { number, line -> HTML in
      """
      <text x="\(String(x + Self.boxWidth / 2))" y="\(String(y + 16 + 15 * number))">\(line)</text>

      """
    }
    return """
      <rect class="\(box.kind)" x="\(String(x))" y="\(String(y))" width="\(String(Self.boxWidth))" \
      height="\(String(Self.boxHeight))" rx="\(String(radius))"/>
      \(lines)
      """
  }

  private func draw(_ edge: Edge) -> HTML {
    func middle(_ place: Int) -> Int { place * Self.rowHeight + 9 + Self.boxHeight / 2 }
    return """
      <line class="axis" x1="\(String(Self.boxWidth + 1))" y1="\(String(middle(edge.from)))" \
      x2="\(String(Self.right - 1))" y2="\(String(middle(edge.to)))"/>
      <text x="\(String((Self.boxWidth + Self.right) / 2))" \
      y="\(String((middle(edge.from) + middle(edge.to)) / 2 - 6))">\(edge.label)</text>

      """
  }

  /// The drawing in words.
  private func label(_ boxes: [Box], _ edges: [Edge]) -> String {
    let left = boxes.filter(\.isLeft)
    let right = boxes.filter { !$0.isLeft }
    let sentences =
      left.map { box in
        "Clone " + box.lines.joined(separator: ", ")
      }
      + right.map { box in
        let edge = edges.first { $0.to == box.place && box.kind == "relative" }
        let owner = edge.flatMap { edge in left.first { $0.place == edge.from }?.lines.first }
        let kin = owner.map { "relative of \($0) (\(edge?.label ?? ""))" } ?? "no relative"
        return "Clonotype " + (box.lines + [kin]).joined(separator: ", ")
      }
    return sentences.joined(separator: ". ") + "."
  }
}
