/// Self-contained reports for people: no scripts, nothing loaded, printable on A4.
///
/// Equal records give equal text.
package enum HTMLReport {
  /// The frame around every report.
  static func page(title: String, lead: HTML, body: HTML) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src 'sha256-\(styleDigest)'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <title>\(title)</title>
    <style>
    \(style)</style>
    </head>
    <body>
    <p class="banner" role="note">For research use only. Not for use in diagnostic procedures.</p>
    <header>
    <h1>\(title)</h1>
    \(lead)</header>
    <main>
    \(body)</main>
    </body>
    </html>

    """
  }
}
