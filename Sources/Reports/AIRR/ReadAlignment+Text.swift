extension ReadAlignment {
  /// The view as plain text, lines of at most 100 columns, a newline at the end.
  package var text: String {
    var text = "\(name)\n"
    let width = facts.reduce(0) { max($0, $1.name.count) }
    for fact in facts { text += "  \(padded(fact.name, to: width))  \(fact.value)\n" }
    for block in blocks {
      text += "\n"
      for line in block { text += line.text + "\n" }
    }
    return text
  }

  /// One line of one block: label, first position, cells, last position.
  struct BlockLine {
    var label: String
    var first: String
    var cells: String
    var last: String

    /// The line without blanks at its end.
    var text: String {
      var line = Substring("\(label) \(first) \(cells) \(last)")
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }

  /// The lines in blocks of `blockWidth` columns; lines that have nothing in a block are left out.
  var blocks: [[BlockLine]] {
    let columns = lines.first?.cells.count ?? 0
    let labelWidth = lines.reduce(0) { max($0, $1.label.count) }
    return stride(from: 0, to: columns, by: Self.blockWidth).map { start in
      let part = start..<min(columns, start + Self.blockWidth)
      return lines.compactMap { line in
        let cells = String(line.cells[part])
        guard cells.contains(where: { $0 != " " }) else { return nil }
        let positions = line.positions[part].compactMap { $0 }
        return BlockLine(
          label: padded(line.label, to: labelWidth),
          first: padded(positions.first.map(String.init) ?? "", to: 4, atStart: true),
          cells: cells,
          last: positions.last.map(String.init) ?? ""
        )
      }
    }
  }

  private func padded(_ text: String, to width: Int, atStart: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - text.count))
    return atStart ? blanks + text : text + blanks
  }
}
