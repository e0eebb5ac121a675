extension HTMLReport {
  /// The signs that the clone has changed, with the drawing of its family.
  static func drift(_ record: FollowupRecord) -> HTML {
    guard !record.drift.isEmpty else {
      return .section(
        "Clonal drift",
        record.result.readsPerTemplate == nil
          ? """
          <p>Reads could not be scaled to templates: whether the clone has changed is not known.</p>

          """
          : "<p>No sign that the clone has changed since the baseline.</p>\n"
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
      "Clonal drift",
      """
      <ul class="findings">
      \(items)</ul>
      \(ClonalFamilyPlot(record: record).svg)\
      <p class="quiet">The level counts the baseline's clones only; relatives are in the level with \
      evolved members. A new baseline takes effect only with a named approval \
      ('clonetrack baseline --replaces').</p>

      """
    )
  }
}
