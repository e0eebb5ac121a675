import Diagnostics
import Records

extension QualityPage {
  /// The share of failed libraries by run and by month.
  var proportionCharts: HTML {
    let charts = record.proportionCharts.map { chart -> HTML in
      let table = DataTable(
        caption: "Failed libraries by \(chart.dimension)",
        things: "groups",
        columns: [.text(chart.dimension)] + DataTable.columns("Failed")
          + [.number("Lower limit"), .number("Upper limit"), .text("Judgement")],
        rows: chart.points.map { point in
          ["\(point.group)"] + DataTable.cells(point.proportion) + [
            .percent(point.lower), .percent(point.upper),
            "\(point.outside ? "outside the limits" : "within")",
          ]
        }
      )
      return """
        <h3>Failed libraries by \(chart.dimension)</h3>
        <figure>
        \(ProportionPlot(chart: chart).svg)<figcaption>Line: mean, \
        \(chart.total.text(of: "libraries")). Bars: the limits of each group's own number of \
        libraries. Circle: within; square with its name: outside.</figcaption>
        </figure>
        <details>
        <summary>Table of \(chart.points.count) groups</summary>
        \(table.html)</details>

        """
    }
    return .section(
      "charts",
      "Failed libraries in order of time (p-charts)",
      charts.isEmpty ? "<p>Neither runs nor months are known.</p>\n" : "\(charts)"
    )
  }

  /// The controls in order of time.
  var controlCharts: HTML {
    let charts = record.controlCharts.map { chart -> HTML in
      let table = DataTable(
        caption: "\(QualityRecord.title(chart.quantity)), \(chart.control)",
        things: "measurements",
        columns: [
          .text("Run"), .number("Value"), .number("Libraries"), .number("SD from the mean"),
          .text("Westgard rules"),
        ],
        rows: chart.points.map { point in
          [
            "\(point.run)",
            DataTable.Cell("\(QualityRecord.value(point.value, chart.quantity))", key: point.value),
            .count(point.libraries),
            DataTable.Cell("\(point.z.map { ReportNumber.significant($0) } ?? "")", key: point.z),
            "\(point.rules.joined(separator: " "))",
          ]
        }
      )
      return """
        <h3>\(QualityRecord.title(chart.quantity)): \(chart.control)</h3>
        \(figure(chart))<details>
        <summary>Table of \(chart.points.count) measurements</summary>
        \(table.html)</details>

        """
    }
    return .section(
      "controls",
      "Controls in order of time (Levey–Jennings)",
      charts.isEmpty ? "<p>No control of known copies was measured.</p>\n" : "\(charts)"
    )
  }

  private func figure(_ chart: QualityRecord.ControlChartRecord) -> HTML {
    guard let mean = chart.meanLog10, let deviation = chart.sdLog10 else {
      return """
        <p>\(chart.referencePoints) measurements saw the control, too few for limits.</p>

        """
    }
    return """
      <figure>
      \(ControlPlot(chart: chart, mean: mean, deviation: deviation).svg)<figcaption>Mean and SD of \
      the decimal logarithms of the first \(chart.referencePoints) measurements. Small dot: \
      within; open circle: 1-2s, a warning; square with its rules: rejected.</figcaption>
      </figure>

      """
  }

  /// The forms for corrective and preventive action.
  var forms: HTML {
    guard !record.capa.isEmpty else {
      return .section(
        "capa",
        "CAPA forms",
        "<p>No code is more frequent in one run, lot or laboratory than chance explains.</p>\n"
      )
    }
    let forms = record.capa.map { form -> HTML in
      let blank: HTML = "<span class=\"blank\">to be filled in</span>"
      return """
        <div class="form" id="\(form.id)">
        <h3>\(form.id): \(form.code)</h3>
        \(HTML.facts([
          ("Problem", "\(form.problem)"),
          (
            "Evidence",
            """
            in the group \(form.inside.percent), elsewhere \(form.outside.percent); \(form.test); \
            p \(FormattedNumber.pagePValue(form.pValue)), adjusted \
            \(FormattedNumber.pagePValue(form.adjustedP)) over \(form.tests) tests
            """
          ),
          ("Samples", "\(form.samples.joined(separator: ", "))"),
          ("Containment, as the code advises", "\(form.containment ?? "")"),
          (
            "Root cause category",
            "\(blank) <span class=\"quiet\">\(QualityRecord.rootCauseCategories.joined(separator: "; "))</span>"
          ),
          ("Corrective action", blank), ("Preventive action", blank),
          ("Effectiveness check date", blank),
        ]))</div>

        """
    }
    return .section("capa", "CAPA forms", "\(forms)")
  }
}
