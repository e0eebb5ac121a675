extension QualityPage {
  /// What the page's style sheet adds to that of every report.
  static let style = PageSheet.Part(
    text: """
      body { max-width: 80rem; }
      figure { max-width: 60rem; }
      details { margin: .5rem 0 1rem; }
      summary { cursor: pointer; }
      .form { border: 1px solid #57606a; padding: 0 .75rem; margin: .75rem 0; }
      .form h3 { margin-top: .75rem; }
      .form dl, .form dl > div { display: block; }
      .form dl > div { margin: .5rem 0; }
      .blank { display: inline-block; min-width: 8rem; border-bottom: 1px solid #1b1f24;
        color: #57606a; }
      svg .centre { stroke: #1b1f24; stroke-dasharray: 6 3; }
      svg .bound { stroke: #57606a; stroke-width: 2; }
      svg .warned { fill: #fff; stroke: #1b1f24; stroke-width: 1.5; }
      svg .alarm { fill: #a40e26; stroke: #1b1f24; }
      svg .track { fill: none; stroke: #8c959f; }
      svg .bar { fill: #afb8c1; }
      svg .sum { fill: none; stroke: #1b1f24; stroke-dasharray: 4 3; }
      @media print {
        .form { break-inside: avoid; }
      }

      """,
    digest: "m3p47B0lsPzIJ7nSCFs9eATPHUdMONdPbCJ2lmUTDak="
  )
}
