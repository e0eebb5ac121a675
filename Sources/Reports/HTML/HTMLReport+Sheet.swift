extension HTMLReport {
  /// The style sheet and script of the reports about samples and subjects.
  static let reportSheet = PageSheet(style: reportStyle, script: DataTable.script)

  /// What the reports' style sheet adds to the common one: drawings of levels, junctions, abundances.
  private static let reportStyle = PageSheet.Part(
    text: """
      body { max-width: 66rem; }
      svg.junction { width: auto; max-width: 100%; display: block; }
      svg.small { max-width: 34rem; }
      svg text.part { font-size: 11px; }
      .lines { white-space: nowrap; }
      svg text.base, svg text.germline { font: 13px ui-monospace, "DejaVu Sans Mono", monospace;
        text-anchor: start; }
      svg text.germline { fill: #57606a; }
      svg text.turned { text-anchor: middle; }
      .junction rect { stroke: #1b1f24; fill: #fff; }
      .junction .five { fill: #cfe3fa; }
      .junction .d { fill: #ffd8b5; stroke-width: 2; }
      .junction .three { fill: #c8ecd0; stroke-width: 3; }
      .junction .n { stroke-dasharray: 3 2; }
      svg .curve { fill: none; stroke-width: 2; }
      svg .first { stroke: #0550ae; }
      svg .second { stroke: #953800; stroke-dasharray: 8 3; }
      svg .third { stroke: #1a7f37; stroke-dasharray: 2 3; }
      svg .fourth { stroke: #6639ba; stroke-dasharray: 8 3 2 3; }
      svg .fifth { stroke: #57606a; stroke-dasharray: 12 4; }
      svg .tracked { fill: #fff; stroke: #1b1f24; stroke-width: 2; }
      @media print {
        h3 + p { break-after: avoid; }
        .data thead tr { break-after: avoid; }
        .data td.wide { min-width: 10rem; }
        #methods .scroll { columns: 2; column-gap: 6mm; }
        #methods .data { table-layout: fixed; }
        #methods .data th:first-child { width: 50%; }
        #methods .data th:nth-child(2) { width: 18%; }
        #methods .data th, #methods .data td { min-width: 0; white-space: normal;
          overflow-wrap: anywhere; }
      }

      """,
    digest: "KTVyA78K3s3thr68Fs8TaomhMLpPiSSwlFCcP/4mfpU="
  )
}
