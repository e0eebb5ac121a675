import Records

extension HTMLReport {
  /// The signs that the clone has changed, with the drawing of its family.
  static func drift(_ record: FollowupRecord) -> HTML {
    guard !record.drift.isEmpty else {
      return .section(
        "drift",
        "Clonal drift",
        record.result.readsPerTemplate == nil
          ? """
          <p>Reads could not be scaled to templates: whether the clone has changed is not known.</p>

          """
          : "<p>No sign that the clone has changed since the baseline.</p>\n\(proxies(record))"
      )
    }
    let items = record.drift.map { event -> HTML in
      let genes = [event.vCall, event.jCall].compactMap(\.self).joined(separator: " · ")
      let junction: HTML =
        event.junction.map {
          "<p>\(genes) <span class=\"bases\">\($0)</span></p>\n"
        } ?? ""
      let stem: HTML =
        event.stem.map { "<p>Shared stem <span class=\"bases\">\($0)</span></p>\n" } ?? ""
      let remedy: HTML = event.remedy.map { "<p>What to do: \($0)</p>\n" } ?? ""
      return """
        <li class="\(event.severity)">
        <p><b>\(event.severity)</b> \(event.event): \(event.message)</p>
        \(junction)\(stem)\(remedy)</li>

        """
    }
    return .section(
      "drift",
      "Clonal drift",
      """
      <ul class="findings">
      \(items)</ul>
      \(ClonalFamilyPlot(record: record).svg)\
      <p class="quiet">The level counts the baseline's clones only; relatives are in the level with \
      evolved members. A new baseline takes effect only with a named approval \
      ('clonetrack baseline --replaces').</p>
      \(proxies(record))
      """
    )
  }

  /// What the polyclonal rearrangements say about blood in the marrow.
  private static func proxies(_ record: FollowupRecord) -> HTML {
    let found = record.haemodilution
    let facts: [(name: String, value: HTML)] = [
      (
        "Polyclonal templates over nucleated cells",
        "\(ReportNumber.significant(found.polyclonalFraction))"
      ),
      ("Polyclonal IGH DJ over IGH VDJ", "\(ReportNumber.significant(found.djToVDJ))"),
      ("Polyclonal IGH VDJ over IGK VJ", "\(ReportNumber.significant(found.ighToIGK))"),
      ("Unmutated among IGH VDJ", "\(ReportNumber.percent(found.unmutatedFraction))"),
      (
        "Polyclonal clonotypes per 100\u{202F}000 cells",
        "\(ReportNumber.significant(found.clonotypesPerCells))"
      ),
    ]
    return """
      <h3>Blood in the marrow</h3>
      <p class="quiet">Advice only: there is no validated limit.</p>
      \(HTML.facts(facts))
      """
  }
}
