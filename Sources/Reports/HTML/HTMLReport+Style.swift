extension HTMLReport {
  /// The one style sheet of every report.
  static let style: HTML = """
    :root { font: 15px/1.5 system-ui, sans-serif; color: #1b1f24; }
    body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; background: #fff; }
    header p, .quiet { color: #57606a; margin: 0; }
    h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
    h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #d0d7de; }
    h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
    .banner { background: #fff8c5; border: 1px solid #d4a72c; padding: .4rem .75rem;
      margin: 0 0 1rem; }
    .answer { border-left: 6px solid #57606a; padding: .25rem 1rem; margin: 1rem 0; }
    .answer h2 { border: 0; margin: 0; font-size: 1.35rem; }
    .answer p { margin: .25rem 0; font-size: 1.05rem; }
    .answer.DETECTED, .answer.DETECTED_BELOW_LOQ { border-color: #bc4c00; }
    .answer.NOT_DETECTED { border-color: #0969da; }
    .answer.INDEX_FOUND { border-color: #1a7f37; }
    .answer.FAILED, .answer.NO_INDEX { border-color: #cf222e; }
    dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr));
      gap: .5rem 1rem; margin: .75rem 0; }
    dt { color: #57606a; font-size: .85rem; }
    dd { margin: 0; overflow-wrap: anywhere; }
    .statuses { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr));
      gap: .75rem; margin: .75rem 0; padding: 0; list-style: none; }
    .statuses li { border: 1px solid #d0d7de; border-top: 4px solid #57606a;
      padding: .4rem .75rem; }
    .statuses .POS { border-top-color: #bc4c00; }
    .statuses .NEG, .statuses .NEG_DETECTED { border-top-color: #1a7f37; }
    .statuses .NE { border-top-color: #cf222e; }
    .statuses b { display: block; font-size: 1.1rem; }
    .findings { padding: 0; list-style: none; }
    .findings li { border-left: 4px solid #57606a; padding: .1rem .75rem; margin: .5rem 0; }
    .findings .failure, .findings .error { border-color: #cf222e; }
    .findings .indeterminate { border-color: #8250df; }
    .findings .warning { border-color: #bf8700; }
    .findings p { margin: 0; }
    table { border-collapse: collapse; width: 100%; margin: .5rem 0; font-size: .9rem; }
    th, td { text-align: left; vertical-align: top; padding: .25rem .5rem;
      border-bottom: 1px solid #d0d7de; overflow-wrap: break-word; }
    thead th { color: #57606a; font-weight: 600; vertical-align: bottom; }
    tbody th { font-weight: 400; }
    caption, figcaption { color: #57606a; font-size: .85rem; text-align: left; }
    caption { padding: .25rem .5rem; }
    small { font-size: .85em; }
    a { color: #0550ae; }
    figure { margin: .5rem 0 1rem; }
    .contents { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; padding: 0;
      margin: .5rem 0; }
    .scroll { max-height: 36rem; overflow: auto; border: 1px solid #d0d7de; }
    .scroll table { margin: 0; }
    .scroll thead th { position: sticky; top: 0; background: #f6f8fa; }
    .data td { white-space: nowrap; }
    .data td.wide { white-space: normal; min-width: 12rem; }
    th button { font: inherit; border: 0; padding: 0; background: none; text-align: inherit;
      cursor: pointer; color: #0550ae; }
    th button:focus-visible { outline: 2px solid #0550ae; }
    th[aria-sort] button::after { content: " ▲"; }
    th[aria-sort="descending"] button::after { content: " ▼"; }
    .filters { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: end;
      margin: .5rem 0; }
    .filters label { font-size: .85rem; color: #57606a; }
    .filters select, .filters input { display: block; font: inherit; max-width: 12rem; }
    .filters output { font-weight: 600; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    .bases { font-family: ui-monospace, monospace; font-size: .85rem; overflow-wrap: anywhere; }
    mark { background: #ddf4ff; color: inherit; font-weight: 700; }
    svg { width: 100%; height: auto; margin: .5rem 0; }
    .bar { white-space: nowrap; }
    .bar svg { width: 5rem; margin: 0; vertical-align: middle; }
    svg text { font: 12px system-ui, sans-serif; text-anchor: middle; fill: #1b1f24; }
    svg text.mark { text-anchor: start; }
    svg text.end { text-anchor: end; }
    svg text.name { font-weight: 600; }
    svg .grid { stroke: #d0d7de; }
    svg .point { fill: #0550ae; }
    svg .axis { stroke: #1b1f24; }
    svg .cutoff { stroke: #57606a; stroke-dasharray: 3 3; }
    svg .limit { stroke: #0969da; }
    svg .blind { fill: #eaeef2; }
    svg .interval { stroke: #bc4c00; stroke-width: 3; }
    svg .thin { stroke-width: 1.5; }
    svg .level { fill: #bc4c00; stroke: #bc4c00; stroke-width: 2; }
    svg .open { fill: #fff; }
    .family rect { fill: #fff; stroke: #1b1f24; stroke-width: 1.5; }
    .family .clone, .family .lost { stroke-width: 2.5; }
    .family .lost { stroke-dasharray: 6 4; }
    svg .kept { fill: #0969da; }
    svg .rest { fill: #d0d7de; }
    @page { margin: 15mm; }
    @media print {
      :root { font-size: 12px; }
      body { padding: 0; max-width: none; }
      * { -webkit-print-color-adjust: exact; }
      .scroll { max-height: none; overflow: visible; border: 0; }
      .scroll thead th { position: static; }
      .contents, .filters { display: none; }
      /* Buttons are not painted in a heading that is repeated on the next page. */
      .data thead { display: table-row-group; }
      .data th, .data td { padding: .1rem .3rem; font-size: 7pt; }
      .data td.wide { min-width: 0; overflow-wrap: anywhere; }
      table:not(.data) { break-inside: avoid; }
      section { break-inside: auto; }
      h2, h3 { break-after: avoid; }
      tr, li, dl, svg { break-inside: avoid; }
    }

    """

  /// The base64 sha256 of `style`, which the content security policy allows and nothing else.
  static let styleDigest = "osd7Aei7w6LxrxzoP+DyuMXpDNhz5B/IJZPqZiZf+54="
}
