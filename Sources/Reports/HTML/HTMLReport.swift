/// Self-contained reports for people: nothing loaded, printable on A4 and Letter, whole without scripts.
///
/// Equal records give equal text.
package enum HTMLReport {
  /// A place on the page that the contents lead to.
  typealias Place = (id: HTML, title: String)

  /// The frame around every report; its policy allows the common style sheet, that of the page and its
  /// script, and nothing else.
  static func page(
    title: String,
    lead: HTML,
    contents: [Place] = [],
    body: HTML,
    sheet: PageSheet
  ) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src 'sha256-\(PageSheet.Part.pages.digest)' 'sha256-\(sheet.style.digest)'; \
    script-src 'sha256-\(sheet.script.digest)'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <title>\(title)</title>
    <style>
    \(PageSheet.Part.pages.text)</style>
    <style>
    \(sheet.style.text)</style>
    </head>
    <body>
    <header>
    <p class="banner" role="note">For research use only. Not for use in diagnostic procedures.</p>
    <h1>\(title)</h1>
    \(lead)\(list(contents))</header>
    <main>
    \(body)</main>
    <script>
    \(sheet.script.text)</script>
    </body>
    </html>

    """
  }

  /// The contents; nothing without places.
  static func list(_ places: [Place]) -> HTML {
    guard !places.isEmpty else { return "" }
    let items = places.map { place -> HTML in
      "<li><a href=\"#\(place.id)\">\(place.title)</a></li>\n"
    }
    return "<nav aria-label=\"Contents\">\n<ul class=\"contents\">\n\(items)</ul>\n</nav>\n"
  }
}
