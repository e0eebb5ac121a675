/// A style sheet and a script that a page has beside the common style sheet.
struct PageSheet {
  /// Text with the digest by which the content security policy knows it.
  struct Part {
    /// The text between the tags.
    var text: HTML
    /// The base64 sha256 of `text`.
    var digest: String
  }

  /// The style sheet.
  var style: Part
  /// The script.
  var script: Part
}
