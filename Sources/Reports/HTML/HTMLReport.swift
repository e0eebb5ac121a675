/// Self-contained reports for people: nothing loaded, printable on A4, whole without scripts.
///
/// Equal records give equal text.
package enum HTMLReport {
  /// The frame around every report; its policy allows the common style sheet and, if given, those
  /// of the page, and nothing else.
  static func page(title: String, lead: HTML, body: HTML, sheet: PageSheet? = nil) -> HTML {
    let styles: HTML = sheet.map { " 'sha256-\($0.style.digest)'" } ?? ""
    let scripts: HTML = sheet.map { " script-src 'sha256-\($0.script.digest)';" } ?? ""
    let styleSheet: HTML = sheet.map { "\n<style>\n\($0.style.text)</style>" } ?? ""
    let script: HTML = sheet.map { "\n<script>\n\($0.script.text)</script>" } ?? ""
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'sha256-\(styleDigest)'\(styles);\(scripts) base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(title)</title>
      <style>
      \(style)</style>\(styleSheet)
      </head>
      <body>
      <p class="banner" role="note">For research use only. Not for use in diagnostic procedures.</p>
      <header>
      <h1>\(title)</h1>
      \(lead)</header>
      <main>
      \(body)</main>\(script)
      </body>
      </html>

      """
  }
}
