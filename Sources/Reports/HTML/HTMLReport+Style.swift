extension HTMLReport {
  /// The one style sheet of every report.
  static let style: HTML = """
    :root { color-scheme: light; font: 15px/1.5 system-ui, sans-serif; color: #1b1f24; }
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
    th { color: #57606a; font-weight: 600; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    .bases { font-family: ui-monospace, monospace; font-size: .85rem; overflow-wrap: anywhere; }
    mark { background: #ddf4ff; }
    svg { width: 100%; height: auto; margin: .5rem 0; }
    td svg { width: 6rem; margin: .3rem 0; }
    svg text { font: 12px system-ui, sans-serif; text-anchor: middle; fill: #1b1f24; }
    svg text.mark { text-anchor: start; }
    svg .axis { stroke: #1b1f24; }
    svg .cutoff { stroke: #57606a; stroke-dasharray: 3 3; }
    svg .limit { stroke: #0969da; }
    svg .blind { fill: #eaeef2; }
    svg .interval { stroke: #bc4c00; stroke-width: 3; }
    svg .level { fill: #bc4c00; }
    .family rect { fill: #fff; stroke: #1b1f24; stroke-width: 1.5; }
    .family .clone, .family .lost { stroke-width: 2.5; }
    .family .lost { stroke-dasharray: 6 4; }
    svg .kept { fill: #0969da; }
    svg .lost { fill: #d0d7de; }
    @page { size: A4; margin: 15mm; }
    @media print {
      body { padding: 0; max-width: none; font-size: 9.5pt; }
      section { break-inside: auto; }
      h2, h3 { break-after: avoid; }
      tr, li, dl, svg { break-inside: avoid; }
    }

    """

  /// The base64 sha256 of `style`, which the content security policy allows and nothing else.
  static let styleDigest = "6Kj/sW9SLBdiZMd2+NoB6LPaUuAzu3BoO//y6FrwfDQ="
}
