import Crypto
import FoundationEssentials
import Records
import Reports
import TestSupport
import Testing

/// The files of quality control, whole.
struct QualityReportTests {
  @Test func goldenFiles() throws {
    let record = SampleQuality.record
    let files = [
      ("failure_summary.json", try record.json()), ("failure_summary.tsv", record.table),
      ("failure_summary.md", Array(record.text.utf8)),
      ("failures.tsv", FailureRow.table(SampleQuality.rows)),
    ]
    for (name, bytes) in files { try RepositoryFile.expectGolden("quality/\(name)", bytes) }
    let page = HTMLReport.render(record, rows: SampleQuality.rows)
    try PageAssets.expectGolden("quality/qa.html", page)
  }

  @Test func readsWhatWasWritten() throws {
    let record = SampleQuality.record
    #expect(try QualityRecord.read(from: record.json(), path: "q") == record)
  }

  @Test func theSummaryForATerminal() {
    #expect(
      SampleQuality.record.summary == """
        24 libraries in 2 runs, 12 subject-visits of 13 subjects
          failed: 9 of 24 libraries (37.5 %, 95 % CI 18.8 to 59.4 %)
          indeterminate: 1 of 24 libraries (4.17 %, 95 % CI 0.105 to 21.1 %)
          failed in the end: 0 of 12 subject-visits (0 %, 95 % CI 0 to 26.5 %)
          indeterminate in the end: 1 of 12 subject-visits (8.33 %, 95 % CI 0.211 to 38.5 %)
          repeats with an answer: 7 of 8 repeats (87.5 %, 95 % CI 47.3 to 99.7 %)
          never with an index clonotype: 1 of 2 subjects (50 %, 95 % CI 1.26 to 98.7 %)
          CAPA-001: IC-DROP in 8 of 12 libraries of run R1, lot L<1>, in 0 of 12 libraries \
        elsewhere. The internal control is absent from some or all replicates.

        """
    )
  }

  @Test func thePolicyAllowsItsOwnStyleAndScriptOnly() throws {
    let page = HTMLReport.render(SampleQuality.record, rows: SampleQuality.rows)
    let styles = texts(page, "style").map(digest)
    let scripts = texts(page, "script").map(digest)
    #expect(styles.count == 2)
    #expect(scripts.count == 1)
    let policy = """
      content="default-src 'none'; style-src 'sha256-\(styles[0])' 'sha256-\(styles[1])'; \
      script-src 'sha256-\(scripts[0])'; base-uri 'none'; form-action 'none'"
      """
    #expect(page.contains(policy), "styles \(styles), scripts \(scripts)")
    for word in ["style=\"", "http:", "https:", "src=", "onload", "onclick", "unsafe"] {
      #expect(!page.contains(word), "\(word)")
    }
  }

  @Test func valuesBecomeNeitherMarkupNorColumns() {
    let page = HTMLReport.render(SampleQuality.record, rows: SampleQuality.rows)
    #expect(
      page.contains(
        "<td><a href=\"../run%201/S2%20%22b%22%23%3F%25/report.html\">S2 &lt;b&gt;</a></td>"
      )
    )
    #expect(!page.contains("L<1>"))
    let table = String(decoding: FailureRow.table(SampleQuality.rows), as: UTF8.self)
    let widths = table.split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).count
    }
    #expect(widths == [18, 18, 18])
    #expect(SampleQuality.record.text.contains("| lot | L\\|2 | failed | 1 | 12 |"))
  }

  @Test func nothingAtAllIsAPageToo() throws {
    let empty = QualityRecord(
      [],
      controls: [],
      programVersion: "0.1.0",
      programVersions: [],
      profiles: []
    )
    let page = HTMLReport.render(empty, rows: [])
    #expect(page.contains("<b>0 of 0 libraries</b>not known"))
    #expect(page.contains("<p>Nothing is beyond its limits.</p>"))
    #expect(try QualityRecord.read(from: empty.json(), path: "q") == empty)
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
}
