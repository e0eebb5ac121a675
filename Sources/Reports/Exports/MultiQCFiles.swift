import Monitoring
import Quantification
package import Records

/// Custom-content files that `multiqc` finds by their names.
package enum MultiQCFiles {
  /// The columns of one sample in the general statistics.
  ///
  /// - Parameter visits: The samples.
  /// - Returns: The file as JSON.
  package static func general(_ visits: [FinishedVisit]) -> JSONNode {
    .object([
      "id": .text("clonetrack_general"), "plot_type": .text("generalstats"),
      "headers": .object(headers),
      "data": .object(
        visits.reduce(into: [:]) { rows, visit in rows[visit.sample] = .object(row(visit)) }
      ),
    ])
  }

  /// Levels over time, one line a subject, and the LOD95 of visits without detection.
  ///
  /// - Parameter visits: The samples, each subject's in order of time.
  /// - Returns: The file as JSON.
  package static func levels(_ visits: [FinishedVisit]) -> JSONNode {
    var lines: [String: [JSONNode]] = [:]
    var titles: [String: Int] = [:]
    for visit in visits {
      guard let result = visit.followup?.result else { continue }
      let number = titles[visit.subject, default: 0] + 1
      titles[visit.subject] = number
      if let level = result.mrd, level > 0 {
        lines[visit.subject, default: []].append(.list([.whole(number), .number(level)]))
      } else if let lod95 = result.lod95, result.call == .notDetected {
        lines["\(visit.subject), not detected (LOD95)", default: []]
          .append(.list([.whole(number), .number(lod95)]))
      }
    }
    return .object([
      "id": .text("clonetrack_levels"), "section_name": .text("clonetrack: MRD over time"),
      "description": .text(
        "Clonal cells per nucleated cell at each follow-up in order of time; where the clone was not "
          + "detected, the level that would have been detected with 95 % probability (LOD95)."
      ),
      "plot_type": .text("linegraph"),
      "pconfig": .object([
        "id": .text("clonetrack_levels_plot"), "title": .text("clonetrack: MRD over time"),
        "xlab": .text("Follow-up"), "ylab": .text("Clonal cells per nucleated cell"),
        "ylog": .flag(true), "x_decimals": .flag(false), "style": .text("lines+markers"),
      ]),
      "data": .object(lines.mapValues { .list($0) }),
    ])
  }

  /// How often each code was found, by severity.
  ///
  /// - Parameter visits: The samples.
  /// - Returns: The file as JSON.
  package static func findings(_ visits: [FinishedVisit]) -> JSONNode {
    var counts: [String: [String: Int]] = [:]
    for finding in visits.flatMap(\.findings) {
      counts[finding.code, default: [:]][finding.severity, default: 0] += 1
    }
    return .object([
      "id": .text("clonetrack_findings"), "section_name": .text("clonetrack: findings"),
      "description": .text(
        "Samples with each finding; 'clonetrack explain CODE' says what it means."
      ),
      "plot_type": .text("bargraph"),
      "pconfig": .object([
        "id": .text("clonetrack_findings_plot"), "title": .text("clonetrack: findings"),
        "ylab": .text("Samples"), "cpswitch": .flag(false),
      ]),
      "data": .object(
        counts.mapValues { severities in .object(severities.mapValues { .whole($0) }) }
      ),
    ])
  }

  /// The versions of the programs behind the results, as YAML.
  package static func versions(_ visits: [FinishedVisit]) -> String {
    let versions = Set(visits.map(\.programVersion)).sorted()
    let germlines = Set(visits.map { "\($0.germline.name) \($0.germline.version)" }).sorted()
    func lines(_ name: String, _ values: [String]) -> String {
      "  \(name):\n" + values.map { "    - \"\(quoted($0))\"\n" }.joined()
    }
    return "clonetrack:\n" + lines("clonetrack", versions) + lines("germline set", germlines)
  }

  private static func quoted(_ text: String) -> String {
    text.reduce(into: "") { quoted, character in
      if character == "\"" || character == "\\" { quoted.append("\\") }
      quoted.append(character)
    }
  }

  private static func header(
    _ title: String,
    _ description: String,
    _ extra: [String: JSONNode] = [:]
  ) -> JSONNode {
    .object(
      extra.merging(
        [
          "title": .text(title), "description": .text(description),
          "namespace": .text("clonetrack"),
        ],
        uniquingKeysWith: { first, _ in first }
      )
    )
  }

  private static let headers: [String: JSONNode] = [
    "result": header("Result", "Verdict of a baseline, call of a follow-up"),
    "mrd": header("MRD", "Clonal cells per nucleated cell", ["format": .text("{:.2e}")]),
    "lod95": header(
      "LOD95",
      "Level detected with 95 % probability",
      ["format": .text("{:.2e}")]
    ),
    "cells": header("Cells", "Nucleated cells analysed", ["format": .text("{:,.0f}")]),
    "reads": header("Reads", "Reads or pairs of the library", ["format": .text("{:,.0f}")]),
    "findings": header("Findings", "Codes that are a warning or worse"),
  ]

  private static func row(_ visit: FinishedVisit) -> [String: JSONNode] {
    let result = visit.followup?.result
    var row: [String: JSONNode] = [
      "result": .text(result?.call.rawValue ?? visit.baseline?.verdict.rawValue ?? ""),
      "findings": .text(
        visit.findings.filter { $0.severity != "note" }.map(\.code).joined(separator: " ")
      ),
    ]
    row["reads"] = visit.counts.first.map { .whole($0.output) }
    row["mrd"] = result?.mrd.map(JSONNode.number)
    row["lod95"] = result?.lod95.map(JSONNode.number)
    row["cells"] = result?.cellEquivalents.map(JSONNode.number)
    return row
  }
}
