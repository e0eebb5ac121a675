import Clonotyping
import Records

extension HTMLReport {
  /// Reads by class, the rank-abundance curves and the largest clonotypes.
  ///
  /// - Parameters:
  ///   - repertoire: The library, class by class.
  ///   - marked: Identifiers of the clone's own clonotypes.
  /// - Returns: The section.
  static func repertoire(_ repertoire: [RepertoireRecord], marked: Set<String>) -> HTML {
    guard !repertoire.isEmpty else {
      return .section("repertoire", "Repertoire", "<p>The library holds no rearrangement.</p>\n")
    }
    let rows = repertoire.map { part -> [HTML] in
      let largest = part.largest.first
      return [
        "\(part.locusClass.rawValue)", "\(part.usableReads)", "\(part.clonotypes)",
        "\(ReportNumber.percent(largest?.likeFraction))",
      ]
    }
    return .section(
      "repertoire",
      "Repertoire",
      """
      \(HTML.table(
        ["Class", "Usable reads", "Clonotypes", "Share of the largest"],
        caption: "Reads and clonotypes of each class of rearrangements, controls left out",
        numeric: [1, 2, 3],
        rows: rows
      ))<figure>
      \(AbundancePlot(repertoire: repertoire, marked: marked).svg)\
      <figcaption>Squares: clonotypes of the patient's clone.</figcaption>
      </figure>
      \(largest(repertoire, marked))
      """
    )
  }

  private static func largest(_ repertoire: [RepertoireRecord], _ marked: Set<String>) -> HTML {
    let rows = repertoire.flatMap { part in
      part.largest.enumerated().map { rank, clonotype -> [DataTable.Cell] in
        let isMarked = marked.contains(clonotype.cloneID)
        return [
          isMarked ? "<b>\(clonotype.cloneID)</b>" : "\(clonotype.cloneID)",
          "\(part.locusClass.rawValue)", .count(rank + 1), .count(clonotype.duplicateCount),
          .percent(clonotype.likeFraction), "\(first(clonotype.vCall))",
          "\(first(clonotype.jCall))", "\(clonotype.junctionAA ?? "")",
        ]
      }
    }
    return DataTable(
      caption: "The largest clonotypes of each class; all are in rearrangements.airr.tsv",
      things: "clonotypes",
      columns: [
        .text("Clonotype"), .filter("Class"), .number("Rank"), .number("Reads"),
        .number("Share of its class"), .text("V"), .text("J"), .words("Junction, amino acids"),
      ],
      rows: rows
    ).html
  }

  /// The first of several calls, with a sign that there are more.
  private static func first(_ calls: String?) -> String {
    let names = calls?.split(separator: ",") ?? []
    guard let name = names.first else { return "" }
    return names.count > 1 ? "\(name), …" : String(name)
  }
}
