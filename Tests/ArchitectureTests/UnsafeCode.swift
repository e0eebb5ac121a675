/// The uses of `unsafe` in a file, and the comments that say why they hold.
enum UnsafeCode {
  /// The numbers of the lines that use `unsafe`.
  ///
  /// - Parameter file: A source.
  /// - Returns: The numbers, from 1.
  static func uses(in file: SourceFile) -> [Int] {
    var lines: [Int] = []
    for word in file.words
    where word.text == "unsafe" && word.after.isWhitespace && word.before != "."
      && word.before != "@" && word.line != lines.last
    {
      lines.append(word.line)
    }
    return lines
  }

  /// The lines that use `unsafe` and have no `// SAFETY:` comment.
  ///
  /// A comment speaks for the six lines after its first one, and for uses that follow one of these
  /// from line to line.
  ///
  /// - Parameter file: A source.
  /// - Returns: The places, as "path:line".
  static func unexplained(in file: SourceFile) -> [String] {
    let comments = file.lines.enumerated().filter { line in
      line.element.drop { $0 == " " }.hasPrefix("// SAFETY: ")
    }.map { $0.offset + 1 }
    var explained: Set<Int> = []
    return uses(in: file).compactMap { line in
      let isExplained =
        comments.contains { ($0 + 1...$0 + 6).contains(line) } || explained.contains(line - 1)
      if isExplained { explained.insert(line) }
      return isExplained ? nil : "\(file.path):\(line)"
    }
  }

  /// The files that a table of a page lists in rows | `Room` | `Folder/File.swift` | why |.
  ///
  /// - Parameter page: The text of the page; what follows the title "Unsafe code" counts.
  /// - Returns: Paths below the root in the order of the table; a row without a reason lists none.
  static func listed(in page: String) -> [String] {
    let parts = page.split(separator: "\n## ")
    guard let section = parts.first(where: { $0.hasPrefix("Unsafe code\n") }) else { return [] }
    return section.split(separator: "\n").filter { $0.hasPrefix("| `") }.flatMap { row in
      let cells = row.split(separator: "|").map { $0.drop { $0 == " " } }
      guard cells.count == 3, cells[2].count > 10, let room = cells[0].firstMatch(of: #/`(\w+)`/#)
      else { return [String]() }
      return cells[1].matches(of: #/`([^`]+)`/#).map { "Sources/\(room.output.1)/\($0.output.1)" }
    }
  }
}
