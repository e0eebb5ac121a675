extension QualityPage {
  /// What the page's style sheet adds to that of every report.
  static let style = PageSheet.Part(
    text: """
      body { max-width: 80rem; }
      a { color: #0550ae; }
      figure { margin: .5rem 0 1rem; max-width: 60rem; }
      figcaption, caption { color: #57606a; font-size: .85rem; text-align: left; }
      caption { padding: .25rem .5rem; }
      details { margin: .5rem 0 1rem; }
      summary { cursor: pointer; }
      .contents { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; padding: 0; }
      .scroll { max-height: 36rem; overflow: auto; border: 1px solid #d0d7de; }
      .scroll table { margin: 0; }
      .scroll th { position: sticky; top: 0; background: #f6f8fa; }
      .data td { white-space: nowrap; }
      .data td.wide { white-space: normal; min-width: 12rem; }
      th button { all: unset; cursor: pointer; color: #0550ae; }
      th button:focus-visible { outline: 2px solid #0550ae; }
      th[aria-sort] button::after { content: " ▲"; }
      th[aria-sort="descending"] button::after { content: " ▼"; }
      .filters { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: end;
        margin: .5rem 0; }
      .filters label { font-size: .85rem; color: #57606a; }
      .filters select, .filters input { display: block; font: inherit; max-width: 12rem; }
      .filters output { font-weight: 600; }
      .form { border: 1px solid #57606a; padding: 0 .75rem; margin: .75rem 0; }
      .form h3 { margin-top: .75rem; }
      .form dl, .form dl > div { display: block; }
      .form dl > div { margin: .5rem 0; }
      .blank { display: inline-block; min-width: 8rem; border-bottom: 1px solid #1b1f24;
        color: #57606a; }
      svg text.end { text-anchor: end; }
      svg text.name { font-weight: 600; }
      svg .grid { stroke: #d0d7de; }
      svg .centre { stroke: #1b1f24; stroke-dasharray: 6 3; }
      svg .bound { stroke: #57606a; stroke-width: 2; }
      svg .point { fill: #0550ae; }
      svg .warned { fill: #fff; stroke: #1b1f24; stroke-width: 1.5; }
      svg .alarm { fill: #a40e26; stroke: #1b1f24; }
      svg .track { fill: none; stroke: #8c959f; }
      svg .bar { fill: #afb8c1; }
      svg .sum { fill: none; stroke: #1b1f24; stroke-dasharray: 4 3; }
      @media print {
        .scroll { max-height: none; overflow: visible; border: 0; }
        .scroll th { position: static; }
        .contents, .filters label, .filters button { display: none; }
        .data td { white-space: normal; }
        .form { break-inside: avoid; }
      }

      """,
    digest: "broAQYXbg4O2Ayfi/KwGWkibhJ1i01xMSuwqJSIikpc="
  )
}
