extension ReadAlignment {
  /// The view as one HTML page without scripts or links; differences and the junction stand out.
  package var html: String {
    var rows: [HTML] = []
    for fact in facts { rows.append("<tr><th>\(fact.name)</th><td>\(fact.value)</td></tr>\n") }
    var body: [HTML] = []
    for block in blocks {
      for line in block {
        body.append("\(line.label) \(line.first) \(Self.marked(line)) \(line.last)\n")
      }
      body.append("\n")
    }
    let page: HTML = """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>\(name)</title>
      <style>
      \(HTML(file: PackageResources.alignment_css))</style></head>
      <body><h1>\(name)</h1>
      <table>
      \(rows)</table>
      <pre>\(body)</pre>
      <p>A dot is a base that is the germline's, a letter the germline's base where the read has
      another, a dash a gap. The carets mark the junction.</p>
      </body></html>

      """
    return page.markup
  }

  /// The cells of a line, a germline's differing bases and gaps marked, the junction's carets bold.
  private static func marked(_ line: BlockLine) -> HTML {
    let isElement = line.cells.contains(".")
    var pieces: [HTML] = []
    for letter in line.cells {
      let text = String(letter)
      if isElement, letter != ".", letter != " " {
        pieces.append("<mark>\(text)</mark>")
      } else if letter == "^" {
        pieces.append("<b>\(text)</b>")
      } else {
        pieces.append("\(text)")
      }
    }
    return "\(pieces)"
  }
}
