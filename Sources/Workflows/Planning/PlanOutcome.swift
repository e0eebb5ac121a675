package import Diagnostics
import Quantification
package import Records

/// What `clonetrack plan` says.
package struct PlanOutcome: Hashable, Sendable {
  /// The plan.
  package var record: PlanRecord
  /// The findings that its sample would have.
  package var findings: [Diagnostic]

  /// The plan as the text of a JSON record.
  package func json() throws(Diagnostic) -> String {
    String(decoding: try record.json(), as: UTF8.self)
  }

  /// The plan in words.
  package var summary: String {
    ([record.heading, record.table] + record.cutoffs.map(record.text) + [
      record.sample.map(record.text)
    ])
    .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }
}

extension PlanRecord {
  fileprivate var heading: String {
    let share = amplifiability.map {
      "\(measure($0, shift: 2)) % of the DNA amplifiable"
    }
    return """
      Cells and DNA that show a clone as frequent as the cutoff with \(percent(power)) (\(profile.id))
      \(measure(picogramsPerGenome)) pg a cell, \(share ?? "all DNA taken as amplifiable"), \
      detected from \(minimumReads) reads on
      """
  }

  /// One column a cutoff: the rules of thumb, then what this depth needs.
  fileprivate var table: String {
    var rows = [["cells / DNA"] + cutoffs.map { FormattedNumber.key($0.cutoff) }]
    for index in cutoffs.first?.byTemplates.indices ?? 0..<0 {
      let name = "\(index + 1) template\(index == 0 ? "" : "s")"
      rows.append([name] + cutoffs.map { text($0.byTemplates[index]) })
    }
    rows.append(["5 cells, rule of thumb"] + cutoffs.map { text($0.ruleOfThumb) })
    let more = templates > 1 ? "\(templates) templates, " : ""
    let depth = "\(more)\(measure(readsPerTemplate)) reads a template"
    rows.append([depth] + cutoffs.map { $0.needed.map(text) ?? "never" })
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let lines = rows.map { row in
      let cells = zip(row, widths).enumerated().map { place, cell in
        let blanks = String(repeating: " ", count: cell.1 - cell.0.count)
        return place == 0 ? cell.0 + blanks : blanks + cell.0
      }
      return cells.joined(separator: "   ")
    }
    let fails =
      cutoffs.contains { $0.needed == nil }
      ? " So few reads a template are never enough (QT-DEPTH)." : ""
    return lines.joined(separator: "\n") + "\n\n"
      + "At \(measure(readsPerTemplate)) reads a template "
      + "\(percent(singleTemplateDetection)) of single templates are detected.\(fails)"
  }

  /// What a cutoff needs in the laboratory; empty unless the DNA of a replicate is known.
  fileprivate func text(_ need: Need) -> String {
    guard let needed = need.needed, let replicates = need.replicates, let sample,
      let controlReads = need.controlReads, let readsPerPercent = need.readsPerPercent
    else { return "" }
    var lines = [
      "\(FormattedNumber.key(need.cutoff)) needs \(whole(needed.cells)) cells, "
        + "\(measure(needed.dnaNanograms, shift: -3)) µg: \(replicates) "
        + "replicate\(replicates == 1 ? "" : "s") of \(measure(sample.dnaNanograms)) ng",
      "  \(measure(controlCopies)) control copies in each, "
        + "\(whole(controlReads)) reads of them in all",
      "  \(whole(readsPerPercent)) reads for each 1 % of the cells that carry a rearrangement",
    ]
    if let reads = need.reads { lines.append("  \(whole(reads)) reads together") }
    return lines.joined(separator: "\n")
  }

  fileprivate func text(_ sample: Reach) -> String {
    var lines = [
      "\(sample.replicates) replicate\(sample.replicates == 1 ? "" : "s") of "
        + "\(measure(sample.dnaNanograms)) ng reach:",
      "  \(whole(sample.cells)) nucleated cells, LOD95 "
        + "\(sample.lod95.map { FormattedNumber.plainScientific($0) } ?? "none"), LOQ "
        + "\(sample.loq.map { FormattedNumber.plainScientific($0) } ?? "none")",
    ]
    if let upper = sample.upperWithoutReads {
      lines.append(
        "  without a clonal read the 95 % interval ends at \(FormattedNumber.plainScientific(upper))"
      )
    }
    if let variation = sample.controlVariation {
      lines.append("  CV of \(percent(variation)) from the controls in every level")
    }
    for cutoff in cutoffs.map({ FormattedNumber.key($0.cutoff) }) {
      let words = sample.statuses[cutoff, default: []].map(\.rawValue)
      lines.append("  \(cutoff): \(words.joined(separator: " or "))")
    }
    return lines.joined(separator: "\n")
  }

  private func text(_ amount: Amount) -> String {
    "\(whole(amount.cells)) / \(measure(amount.dnaNanograms, shift: -3)) µg"
  }

  private func percent(_ fraction: Double) -> String {
    "\(measure(fraction, shift: 2)) %"
  }

  /// A quantity with three digits, more only before the point: `0.195`, `1.95`, `1950`.
  private func measure(_ value: Double, shift: Int = 0) -> String {
    FormattedNumber.plain(value, shift: shift, keepsWholePart: true)
  }

  /// A whole number as it is; beyond what a count can be, with a power of ten.
  private func whole(_ value: Double) -> String {
    value < 1e15 ? String(Int(value.rounded())) : FormattedNumber.plainScientific(value)
  }
}
