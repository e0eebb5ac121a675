import Diagnostics

/// The events of clonal drift as a table; the file `drift.tsv`, one row an event.
package enum DriftTable {
  /// The columns in their order; events are those of the article "Clonal drift", section 2.
  package static let columns = [
    "subject", "visit", "event", "index_id", "new_id", "stem", "distance", "templates",
    "like_fraction", "cell_fraction", "fold_change", "p_value", "verdict", "action",
  ]

  /// The table of a sample's record; a header alone if nothing was found.
  ///
  /// What is not known is empty.
  package static func render(_ record: FollowupRecord) -> String {
    let rows = record.drift.map { event in
      [
        record.subject, record.visit, event.event, event.cloneID, event.newCloneID, event.stem,
        event.distance.map(String.init), FormattedNumber.shortest(event.templates),
        FormattedNumber.shortest(event.likeFraction), FormattedNumber.shortest(event.cellFraction),
        FormattedNumber.shortest(event.foldChange), FormattedNumber.shortest(event.pValue),
        event.verdict,
        event.remedy,
      ].map { cell in
        // A name may hold anything; a cell may not hold what ends it.
        String(String.UnicodeScalarView((cell ?? "").unicodeScalars.filter { $0.value >= 0x20 }))
      }
    }
    return ([columns] + rows).map { $0.joined(separator: "\t") + "\n" }.joined()
  }
}
