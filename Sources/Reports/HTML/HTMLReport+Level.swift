import Quantification
import Records

extension HTMLReport {
  /// The level with its drawing, what it rests on, and what the sample can reach.
  static func level(_ record: FollowupRecord, _ answer: FollowupAnswer) -> HTML {
    .section(
      "level",
      "Level",
      "\(plot(record, answer.cutoffs))\(facts(record, answer))\(reach(record, answer))"
    )
  }

  private static func plot(_ record: FollowupRecord, _ cutoffs: [String]) -> HTML {
    guard record.result.call != .failed else {
      return "<p>The sample is not evaluable: no level is stated.</p>\n"
    }
    return """
      <figure>
      \(LevelPlot(record: record, cutoffs: cutoffs).svg)\
      <figcaption>Bars: 95 % confidence intervals. Filled circle: detected; open circle: seen, not \
      detected; triangle: not detected, drawn at LOD95. Grey: below LOD95, where a clone may go \
      unseen. Dashed: cutoffs.</figcaption>
      </figure>

      """
  }

  private static func facts(_ record: FollowupRecord, _ answer: FollowupAnswer) -> HTML {
    let result = record.result
    let basis = result.quantification
    guard result.call != .failed else {
      return .facts([
        ("Nucleated cells in the sample", "\(ReportNumber.significant(result.cellEquivalents))"),
        ("Reads per template", "\(ReportNumber.significant(result.readsPerTemplate))"),
      ])
    }
    var facts: [(name: String, value: HTML)] = [
      ("Level", "\(ReportNumber.level(result.mrd))"),
      ("95 % confidence interval", "\(ReportNumber.interval(result.mrdCI))"),
      (
        "Nucleated cells analysed",
        "\(ReportNumber.significant(result.cellEquivalents)), \(answer.cellSource)"
      ),
      ("LOD95 (detected with 95 % probability)", "\(ReportNumber.level(result.lod95))"),
      ("LOQ (lowest level quantified)", "\(ReportNumber.level(result.loq))"),
      ("Clonal templates", "\(ReportNumber.significant(result.templates))"),
      ("Reads per template", "\(ReportNumber.significant(result.readsPerTemplate))"),
      ("Mean level of the primary clonotypes", "\(ReportNumber.level(basis.mrdMean))"),
      (
        "Chance that they differ as much by accident",
        "\(basis.heterogeneityP.map { ReportNumber.significant($0) } ?? "fewer than two")"
      ),
      ("Variance of templates over mean", "\(ReportNumber.significant(basis.dispersion))"),
    ]
    if let family = result.familyMRD {
      facts.append(("With evolved members of the clone", "\(ReportNumber.level(family))"))
    }
    return .facts(facts)
  }

  /// What each cutoff asks for beside what the sample has.
  private static func reach(_ record: FollowupRecord, _ answer: FollowupAnswer) -> HTML {
    let result = record.result
    guard let lod95 = result.lod95, let cells = result.cellEquivalents, cells > 0 else { return "" }
    let nanograms = record.replicates.compactMap { replicate -> Double? in
      guard let mass = replicate.dnaNg, let count = replicate.cells, count > 0 else { return nil }
      return mass / count
    }.first
    let rows = answer.cutoffs.compactMap { key -> [HTML]? in
      guard let cutoff = Double(key), cutoff > 0 else { return nil }
      let needed = cells * lod95 / cutoff
      let notes = (result.annotations[key] ?? []).map { "\(note($0)) (\($0.rawValue))" }
      return [
        "\(ReportNumber.cutoff(key))", lod95 <= cutoff ? "yes" : "<b>no</b>",
        "\(ReportNumber.significant(needed))",
        "\(ReportNumber.significant(nanograms.map { $0 * needed }))",
        "\(ReportNumber.significant(lod95 / cutoff))",
        "\(notes.isEmpty ? "none" : notes.joined(separator: "; "))",
      ]
    }
    return """
      <h3>What this sample can reach</h3>
      \(HTML.table(
        [
          "Cutoff", "Reached by LOD95", "Cells needed", "DNA needed, ng",
          "Times the cells analysed", "Remarks",
        ],
        caption: """
          Cells and DNA with which LOD95 would equal each cutoff, at the depth and amplifiability \
          of this sample
          """,
        numeric: [2, 3, 4],
        rows: rows
      ))\
      <p class="quiet">'clonetrack plan' computes replicates, control copies and reads for a new \
      sample.</p>

      """
  }

  private static func note(_ annotation: CutoffAnnotation) -> String {
    switch annotation {
    case .intervalCrosses: "the upper end of the interval reaches the cutoff"
    case .smallMargin: "the sensitivity reaches the cutoff by less than the margin wanted"
    }
  }
}
