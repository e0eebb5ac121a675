package import Diagnostics

/// What a germline set is called and where it comes from.
package struct GermlineTitle: Hashable, Sendable {
  /// The set's name; not empty.
  package var name: String
  /// The set's version; not empty.
  package var version: String
  /// Where the sequences come from; empty if not stated.
  package var source: String
  /// The licence of the sequences; empty if not stated.
  package var licence: String
  /// What to cite; empty if not stated.
  package var citation: String

  /// Creates a title.
  package init(
    name: String,
    version: String,
    source: String = "",
    licence: String = "",
    citation: String = ""
  ) {
    self.name = name
    self.version = version
    self.source = source
    self.licence = licence
    self.citation = citation
  }

  /// Checks that the title can be written to a set file.
  ///
  /// - Throws: `GERM-TITLE` if name or version is empty or a value holds a control character.
  package func check() throws(Diagnostic) {
    let values = [
      ("name", name), ("version", version), ("source", source), ("licence", licence),
      ("citation", citation),
    ]
    for (key, value) in values {
      if value.isEmpty, key == "name" || key == "version" {
        throw Diagnostic(code: "GERM-TITLE", message: "the set's \(key) is empty, expected a text")
      }
      if value.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) {
        throw Diagnostic(
          code: "GERM-TITLE",
          message: "the set's \(key) holds a tab, a line end or another control character"
        )
      }
    }
  }
}
