import Records
import Reports
import Testing

/// Numbers as the reports write them.
struct ReportNumberTests {
  @Test(arguments: [
    (nil, "not known"), (0, "0"), (1, "1"), (0.5, "0.5"), (32, "32"), (4.5, "4.5"),
    (0.000_96, "0.00096"), (999.6, "1\u{202F}000"), (123_456, "123\u{202F}000"),
    (1_234_567, "1\u{202F}230\u{202F}000"), (-2.345, "−2.35"), (.infinity, "not known"),
    (1.4e-7, "1.4 × 10⁻⁷"),
  ])
  func significant(_ number: Double?, _ text: String) {
    #expect(ReportNumber.significant(number) == text)
  }

  @Test(arguments: [
    (3.2e-5, "3.2 × 10⁻⁵"), (1e-5, "10⁻⁵"), (9.999e-6, "10⁻⁵"), (0.25, "2.5 × 10⁻¹"),
    (6.68e5, "6.68 × 10⁵"),
  ])
  func scientific(_ number: Double, _ text: String) {
    #expect(ReportNumber.scientific(number) == text)
  }

  @Test func levelsHaveTheirUnit() {
    #expect(ReportNumber.level(3.2e-5) == "32 per 10⁶ nucleated cells (3.2 × 10⁻⁵)")
    #expect(ReportNumber.level(0) == "0 per 10⁶ nucleated cells")
    #expect(ReportNumber.level(nil) == "not known")
    #expect(ReportNumber.interval(Interval(lower: 0, upper: 4.5e-6)) == "0 to 4.5 per 10⁶")
    #expect(ReportNumber.interval(Interval(lower: nil, upper: nil)) == "not known")
    #expect(ReportNumber.percent(0.4821) == "48.2\u{A0}%")
    #expect(ReportNumber.percent(0.285) == "28.5\u{A0}%")
    #expect(ReportNumber.percent(nil) == "not known")
    #expect(ReportNumber.cutoff("1e-6") == "10⁻⁶")
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1\u{202F}000"), (1_234_567, "1\u{202F}234\u{202F}567"),
    (-1_000, "−1\u{202F}000"),
  ])
  func count(_ number: Int, _ text: String) { #expect(ReportNumber.count(number) == text) }
}
