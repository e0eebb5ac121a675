import Clonotyping
import Crypto
import FoundationEssentials
import Quantification
import Records
import Reports
import TestSupport
import Testing
import Tracking

/// The reports for people, whole.
struct HTMLReportTests {
  /// Parameters as a run record has them.
  private static let parameters = [
    "baseline.tierA": "0.05", "generation.vdj.bases": "0.1,0.9", "match.ighMismatch": "1",
    "quantification.cutoffs.list": "1e-4,1e-5,1e-6",
  ]

  private static func page(_ record: BaselineRecord) -> String {
    HTMLReport.render(record, parameters: parameters)
  }

  private static func page(_ record: FollowupRecord) -> String {
    HTMLReport.render(record, parameters: parameters)
  }

  @Test func goldenReports() throws {
    let reports = [
      ("found", Self.page(SampleBaseline.found)),
      ("failed-baseline", Self.page(SampleBaseline.failed)),
      ("detected", Self.page(SampleFollowup.detected)),
      ("not-detected", Self.page(SampleFollowup.notDetected)),
      ("failed", Self.page(SampleFollowup.failed)),
    ]
    for (name, report) in reports {
      try PageAssets.expectGolden("\(name)/report.html", report)
    }
  }

  @Test func thePolicyAllowsItsOwnStylesAndScriptOnly() {
    let report = Self.page(SampleFollowup.detected)
    let styles = texts(report, "style").map(digest)
    let scripts = texts(report, "script").map(digest)
    #expect(styles.count == 2)
    #expect(scripts.count == 1)
    let policy = """
      content="default-src 'none'; style-src 'sha256-\(styles[0])' 'sha256-\(styles[1])'; \
      script-src 'sha256-\(scripts[0])'; base-uri 'none'; form-action 'none'"
      """
    #expect(report.contains(policy), "styles \(styles), scripts \(scripts)")
    for word in ["style=\"", "http:", "https:", "src=", "onload", "onclick", "unsafe"] {
      #expect(!report.contains(word), "\(word)")
    }
  }

  private func digest(_ text: Substring) -> String {
    Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
  }

  private func texts(_ page: String, _ tag: String) -> [Substring] {
    page.ranges(of: "<\(tag)>").compactMap { start in
      page[start.upperBound...].firstRange(of: "</\(tag)>").map {
        page[start.upperBound..<$0.lowerBound]
      }
    }
  }

  @Test func valuesCannotBecomeMarkup() {
    var record = SampleFollowup.detected
    record.sample = "<script>alert('1')</script>"
    record.visit = "\"&"
    let report = Self.page(record)
    #expect(!report.contains("<script>alert"))
    #expect(report.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"))
    #expect(report.contains("Visit &quot;&amp; ·"))
  }

  @Test("negative never stands without the sensitivity", arguments: [4.5e-6, nil])
  func negativeNeedsSensitivity(lod95: Double?) {
    var record = SampleFollowup.notDetected
    record.result.lod95 = lod95
    let report = Self.page(record)
    #expect(
      report.contains(
        lod95 == nil
          ? """
          <p>No index sequence detected among 668\u{202F}000 nucleated cells (95 % CI 0 to 4.5 per \
          10⁶); the sensitivity reached is not known, so the sample is negative at no cutoff.</p>
          """
          : """
          <p>No index sequence detected among 668\u{202F}000 nucleated cells (95 % CI 0 to 4.5 per \
          10⁶); sensitivity reached LOD95 = 4.5 per 10⁶; negative at 10⁻⁴: yes, 10⁻⁵: yes, 10⁻⁶: no.</p>
          """
      )
    )
  }

  @Test func noCutoffIsNegativeWithoutSensitivity() {
    var record = SampleFollowup.notDetected
    #expect(Self.page(record).contains("Negative</b>not detected; LOD95 4.5 per 10⁶"))
    record.result.lod95 = nil
    record.result.status["1e-4"] = .negativeDetected
    let report = Self.page(record)
    #expect(!report.contains(" Negative"))
    #expect(report.contains(" Indeterminate</b>the sensitivity reached is not known"))
  }

  @Test func theAnswerOfADetectedClone() {
    #expect(
      Self.page(SampleFollowup.detected).contains(
        """
        <h2 id="answer-title">Residual clone detected</h2>
        <p>Residual clone detected: 32 per 10⁶ nucleated cells (95 % CI 19 to 51 per 10⁶); \
        668\u{202F}000 cells analysed; LOD95 4.5 per 10⁶, LOQ 15 per 10⁶.</p>
        """
      )
    )
  }

  @Test("a failed sample and one without a call are not taken for negative ones")
  func noAnswer() {
    #expect(
      Self.page(SampleFollowup.failed).contains(
        """
        <p>The sample is not evaluable: nothing can be said about residual disease. This is not a \
        negative result.</p>
        """
      )
    )
    var record = SampleFollowup.notDetected
    record.result.call = .indeterminate
    #expect(
      Self.page(record).contains(
        """
        Measured, and not to be reported as a result: 0 per 10⁶ nucleated cells (95 % CI 0 to 4.5 \
        per 10⁶); 668\u{202F}000 cells analysed; LOD95 4.5 per 10⁶.</p>
        """
      )
    )
  }

  @Test("a follow-up stands among its earlier visits, with triangles at LOD95")
  func levelsOverTime() {
    let report = Self.page(SampleFollowup.notDetected)
    #expect(
      report.contains(
        """
        <desc id="timeline-plot-text">S01-DX (2026-01-12): baseline, share of cells 9.64\u{A0}%. M06: 32 per 10⁶, \
        95 % interval 19 to 51 per 10⁶. M12: not detected, LOD95 4.5 per 10⁶.</desc>
        """
      )
    )
    #expect(
      report.contains(
        """
        <td><b>this sample</b></td><td>NOT_DETECTED</td><td class="number">0</td>\
        <td>0 to 4.5 per 10⁶</td><td class="number">4.5</td></tr>
        """
      )
    )
    // On an axis of seven decades over 266 units, 4.5e-6 lies 1.653 decades above its lower end.
    #expect(report.contains("<path class=\"level open\" d=\"M589.5 210.7H602.5L596.0 223.7Z\"/>"))
    #expect(!Self.page(SampleFollowup.failed).contains("timeline-plot"))
  }

  @Test("a gate that had nothing to judge is not shown as passed")
  func idleGates() {
    var record = SampleBaseline.found
    record.clonotypes[0].gates = [
      "light_chain": GateRecord(value: nil, limit: nil, passed: true, required: false)
    ]
    let row = """
      <th scope="row">Light chain: agrees with the M-protein</th><td>n/a</td>\
      <td class="number"></td><td class="number">none</td>
      """
    #expect(Self.page(record).contains(row))
  }

  @Test("a page with 10,000 clonotypes in each of five classes stays below 300 kB")
  func sizeIsBounded() {
    var record = SampleBaseline.found
    record.candidates = Array(repeating: SampleBaseline.deleting, count: 50)
    record.repertoire = LocusClass.allCases.map { locusClass in
      let reads = (1...10_000).map { 50_000 / $0 + 1 }
      return RepertoireRecord(
        locusClass: locusClass,
        usableReads: reads.reduce(0, +),
        clonotypes: reads.count,
        abundance: AbundancePoint.curve(through: reads).map { .init($0) },
        largest: Array(repeating: SampleBaseline.repertoire[0].largest[0], count: 20)
      )
    }
    let size = Self.page(record).utf8.count
    #expect(size < 300_000)
  }

  @Test(
    "a thinned curve keeps the first ten ranks and the last",
    arguments: [0, 1, 10, 11, 1_000, 123_456]
  )
  func thinnedCurve(count: Int) {
    let reads = (0..<count).map { count - $0 }
    let curve = AbundancePoint.curve(through: reads)
    #expect(Array(curve.map(\.rank).prefix(10)) == Array(1...10).filter { $0 <= count })
    #expect(curve.last?.rank == (count == 0 ? nil : count))
    #expect(curve.allSatisfy { $0.reads == reads[$0.rank - 1] })
    #expect(curve.count < 80)
    #expect(zip(curve, curve.dropFirst()).allSatisfy { $0.rank < $1.rank })
  }

  @Test func theJunctionNamesItsPartsInWords() {
    let report = Self.page(SampleFollowup.detected)
    #expect(
      report.contains(
        "V IGHV3-23*01: TGTGCGAAA, 9 bases, 1 not the germline&#39;s; N, 5 nt: GATCG; "
          + "D IGHD3-10*01: GTATGGTTCGGGGAGT, 16 bases, 0 not the germline&#39;s; "
          + "J IGHJ4*02: TACTTTGACTACTGG, 15 bases, 1 not the germline&#39;s.</desc>"
      )
    )
  }

  @Test func offsetsThatDoNotFitAreNoDrawing() {
    var record = SampleFollowup.detected
    record.clonotypes[0].recombination?.threePrime.end = 99
    #expect(
      Self.page(record).contains(
        "<p class=\"bases\">TGTGCGAAAGATCGGTATGGTTCGGGGAGTTACTTTGACTACTGG</p>"
      )
    )
  }

  @Test func whatACutoffAsksFor() {
    // LOD95 4.5e-6 in 668,000 cells: 1e-6 asks for 4.5 times as many, 6.5 pg each.
    let report = Self.page(SampleFollowup.notDetected)
    let row = """
      <tr><th scope="row">10⁻⁶</th><td><b>no</b></td><td class="number">3\u{202F}010\u{202F}000</td>\
      <td class="number">19\u{202F}500</td><td class="number">4.5</td><td>none</td></tr>
      """
    #expect(report.contains(row))
  }

  @Test func everyDrawingHasTitleAndText() {
    for report in [Self.page(SampleBaseline.found), Self.page(SampleFollowup.detected)] {
      let drawings = report.ranges(of: "<svg").count
      let named = report.ranges(of: "role=\"img\" aria-labelledby").count
      let hidden = report.ranges(of: "aria-hidden=\"true\"><").count
      #expect(drawings == named + hidden)
      #expect(report.ranges(of: "<desc ").count == named)
      #expect(named >= 2)
      #expect(report.ranges(of: "<table").count == report.ranges(of: "<caption>").count)
      #expect(!report.contains("<th>"))
    }
  }
}
