import Crypto
import FoundationEssentials
import Quantification
import Reports
import Testing

/// The reports for people, whole.
struct HTMLReportTests {
  @Test func goldenReports() throws {
    let reports = [
      ("found", HTMLReport.render(SampleBaseline.found)),
      ("failed-baseline", HTMLReport.render(SampleBaseline.failed)),
      ("detected", HTMLReport.render(SampleFollowup.detected)),
      ("not-detected", HTMLReport.render(SampleFollowup.notDetected)),
      ("failed", HTMLReport.render(SampleFollowup.failed)),
    ]
    for (name, report) in reports {
      try RepositoryFile.expectGolden("\(name)/report.html", Array(report.utf8))
    }
  }

  @Test func thePolicyAllowsTheStyleSheetAndNothingElse() throws {
    let report = HTMLReport.render(SampleFollowup.detected)
    let start = try #require(report.firstRange(of: "<style>")).upperBound
    let end = try #require(report.firstRange(of: "</style>")).lowerBound
    let digest = Data(SHA256.hash(data: Data(report[start..<end].utf8))).base64EncodedString()
    let policy = """
      content="default-src 'none'; style-src 'sha256-\(digest)'; base-uri 'none'; \
      form-action 'none'"
      """
    #expect(report.contains(policy), "the digest of the style sheet is \(digest)")
    for word in ["<script", "style=\"", "http:", "https:", "src=", "href=", "onload"] {
      #expect(!report.contains(word), "\(word)")
    }
  }

  @Test func valuesCannotBecomeMarkup() {
    var record = SampleFollowup.detected
    record.sample = "<script>alert('1')</script>"
    record.visit = "\"&"
    let report = HTMLReport.render(record)
    #expect(!report.contains("<script"))
    #expect(report.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"))
    #expect(report.contains("Visit &quot;&amp; ·"))
  }

  @Test("negative never stands without the sensitivity", arguments: [4.5e-6, nil])
  func negativeNeedsSensitivity(lod95: Double?) {
    var record = SampleFollowup.notDetected
    record.result.lod95 = lod95
    let report = HTMLReport.render(record)
    #expect(
      report.contains(
        lod95 == nil
          ? """
          <p>No index sequence detected among 668\u{202F}000 nucleated cells; the sensitivity \
          reached is not known, so the sample is negative at no cutoff.</p>
          """
          : """
          <p>No index sequence detected among 668\u{202F}000 nucleated cells; sensitivity reached \
          LOD95 = 4.5 per 10⁶; negative at 10⁻⁴: yes, 10⁻⁵: yes, 10⁻⁶: no.</p>
          """
      )
    )
  }

  @Test func noCutoffIsNegativeWithoutSensitivity() {
    var record = SampleFollowup.notDetected
    #expect(HTMLReport.render(record).contains("<b>Negative</b>not detected; LOD95 4.5 per 10⁶"))
    record.result.lod95 = nil
    record.result.status["1e-4"] = .negativeDetected
    let report = HTMLReport.render(record)
    #expect(!report.contains("<b>Negative"))
    #expect(report.contains("<b>Indeterminate</b>the sensitivity reached is not known"))
  }

  @Test func theAnswerOfADetectedClone() {
    #expect(
      HTMLReport.render(SampleFollowup.detected).contains(
        """
        <h2>Residual clone detected</h2>
        <p>Residual clone detected: 32 per 10⁶ nucleated cells (95 % CI 19 to 51 per 10⁶); \
        668\u{202F}000 cells analysed; LOD95 4.5 per 10⁶, LOQ 15 per 10⁶.</p>
        """
      )
    )
  }
}
