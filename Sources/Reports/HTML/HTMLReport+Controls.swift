import Quantification
import Records

extension HTMLReport {
  /// The replicates, the internal controls and the line through them.
  static func controls(of record: FollowupRecord) -> HTML {
    let basis = record.result.quantification
    let plot = CalibrationPlot(
      controls: record.controls,
      line: basis.calibration.first { $0.family == nil },
      unit: basis.unit.rawValue
    ).svg
    let figure: HTML =
      plot.markup.isEmpty
      ? ""
      : """
      <figure>
      \(plot)<figcaption>Circles: spikes of known copies. Line: the counts per copy that scale the \
      clonotypes.</figcaption>
      </figure>

      """
    return .section(
      "controls",
      "Controls and calibration",
      """
      \(controlTable(record.controls))\(figure)\(calibration(basis))<h3>Replicates</h3>
      \(replicates(record))
      """
    )
  }

  /// The internal controls.
  static func controlTable(_ controls: [ControlRecord]) -> HTML {
    guard !controls.isEmpty else { return "<p>The assay has no internal control.</p>\n" }
    let rows = controls.map { control -> [HTML] in
      let faults = control.findings.map { "\($0.code): \($0.message)" }.joined(separator: "; ")
      return [
        "\(control.name)", "\(control.kind.rawValue)", "\(control.duplicateCount)",
        "\(ReportNumber.significant(control.copies))",
        "\(ReportNumber.significant(control.readsPerCopy))",
        "\(control.residual.map { ReportNumber.percent($0) } ?? "not in the line")",
        "\(faults.isEmpty ? "none" : faults)",
      ]
    }
    return .table(
      [
        "Control", "Kind", "Reads", "Copies put in", "Reads per copy", "Off the line", "Findings",
      ],
      caption: "Internal controls over the replicates used",
      numeric: [2, 3, 4, 5],
      rows: rows
    )
  }

  private static func calibration(_ basis: FollowupRecord.QuantificationRecord) -> HTML {
    var facts: [(name: String, value: HTML)] = basis.calibration.map { line in
      let fit = line.rSquared.map { "r² \(ReportNumber.significant($0))" } ?? "one control"
      let fault = line.fault.map { ", not used: \(words($0))" } ?? ""
      return (
        line.family.map { "Line of family \($0)" } ?? "Line through all controls",
        """
        \(ReportNumber.significant(line.countsPerCopy)) \(basis.unit.rawValue) a copy, \(fit)\(fault)
        """
      )
    }
    let share = ReportNumber.significant(basis.amplifiability)
    let ends = [basis.amplifiabilityCI.lower, basis.amplifiabilityCI.upper]
    let interval =
      ends.allSatisfy { $0 == nil }
      ? "" : " (95 % CI \(ends.map(ReportNumber.significant).joined(separator: " to ")))"
    facts.append(("Amplifiable cells over cells by DNA mass", "\(share)\(interval)"))
    if let efficiency = basis.captureEfficiency {
      facts.append(
        ("Molecules counted of each template", "\(ReportNumber.significant(efficiency))")
      )
    }
    return .facts(facts)
  }

  private static func words(_ fault: SpikeFit.Fault) -> String {
    switch fault {
    case .fewSpikes: "the family has too few spikes"
    case .fewCounts: "the strongest spike has too few counts"
    case .poorFit: "the spikes do not lie on a line"
    }
  }

  private static func replicates(_ record: FollowupRecord) -> HTML {
    let rows = record.replicates.map { replicate -> [HTML] in
      [
        "\(replicate.replicate)", "\(ReportNumber.significant(replicate.dnaNg))",
        "\(ReportNumber.significant(replicate.cells))", "\(replicate.controlReads)",
        replicate.used ? "yes" : "no: \(replicate.reason ?? ReportNumber.unknown)",
      ]
    }
    return .table(
      ["Replicate", "DNA, ng", "Cells by DNA mass", "Control reads", "Counts for the result"],
      caption: "Replicates (PCRs) of the sample",
      numeric: [1, 2, 3],
      rows: rows
    )
  }
}
