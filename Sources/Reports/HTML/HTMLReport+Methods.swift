extension HTMLReport {
  /// How the result was made, with every parameter and where its value comes from.
  ///
  /// - Parameters:
  ///   - text: The method in words.
  ///   - parameters: Every value of the threshold profile by name; empty if they are not known.
  /// - Returns: The section.
  static func methods(_ text: HTML, _ parameters: [String: String]) -> HTML {
    // Distributions of the generation model are lists that nobody reads on a page.
    let shown = parameters.filter { !$0.key.hasPrefix("generation.") && $0.key != "id" }
    guard !shown.isEmpty else {
      return .section("methods", "Methods", "\(text)<p>Parameters: run.json.</p>\n")
    }
    let rows = shown.sorted { $0.key < $1.key }.map { name, value -> [DataTable.Cell] in
      let subject = MethodSubject.of(name)
      return ["\(name)", "\(value)", "\(subject.title)"]
    }
    let used = MethodSubject.all.filter { subject in
      parameters.keys.contains { $0.hasPrefix(subject.prefix) }
    }
    let sources = used.map { subject -> HTML in
      "<li><b>\(subject.title).</b> \(subject.source)</li>\n"
    }
    let table = DataTable(
      caption: "Parameters; those of the generation model are in run.json",
      things: "parameters",
      columns: [.text("Parameter"), .words("Value"), .filter("Decides")],
      rows: rows
    )
    return .section(
      "methods",
      "Methods",
      "\(text)<h3>Sources</h3>\n<ul>\n\(sources)</ul>\n<h3>Parameters</h3>\n\(table.html)"
    )
  }
}
