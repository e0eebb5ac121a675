import Diagnostics
import Testing

/// Whole texts of every style.
struct FormattedNumberTests {
  @Test(
    "messages and terminals",
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (100, "100"), (0.956, "0.956"), (0.5, "0.5"),
      (2.9149e-5, "2.91e-5"), (12.34, "12.3"), (323_077, "323000"), (999.6, "1000"),
      (-0.25, "-0.25"), (-3.2e-5, "-3.2e-5"), (0.001, "0.001"), (0.000_999_4, "9.99e-4"),
      (0.000_999_6, "0.001"), (1e-4, "1e-4"), (1.38e-4, "1.38e-4"), (1e-5, "1e-5"),
      (999e12, "999000000000000"), (1e15, "1e15"), (.greatestFiniteMagnitude, "1.8e308"),
      // What binary arithmetic once made 8.919999999999999e-150, 1.1200000000000001e-29 and -nan.
      (8.92e-150, "8.92e-150"), (1.12e-29, "1.12e-29"), (1e-150 * 1e-160, "1e-310"),
      (.leastNonzeroMagnitude, "5e-324"),
      // Halves of the decimal, away from zero; the binary numbers lie to either side.
      (1.005, "1.01"), (1.015, "1.02"), (4.725, "4.73"), (0.0012345, "0.00123"),
      (2.345, "2.35"), (-2.345, "-2.35"), (0.1, "0.1"), (0.1 + 0.2, "0.3"),
      (.infinity, "not known"), (-.infinity, "not known"), (.nan, "not known"),
    ] as [(Double, String)]
  )
  func plain(_ number: Double, _ text: String) {
    #expect(FormattedNumber.plain(number) == text)
  }

  @Test(
    "percent and micrograms are the same digits, moved",
    arguments: [
      (0.99, 2, "99"), (1, 2, "100"), (0.001_245, 2, "0.125"), (0.285, 2, "28.5"),
      (0.29, 2, "29"), (195.0, -3, "0.195"), (0, 6, "0"), (3.2e-5, 6, "32"),
      (.leastNonzeroMagnitude, 6, "5e-318"),
    ] as [(Double, Int, String)]
  )
  func shifted(_ number: Double, _ shift: Int, _ text: String) {
    #expect(FormattedNumber.plain(number, shift: shift) == text)
  }

  @Test(
    "quantities of a plan keep what stands before the point",
    arguments: [
      (0.1952, "0.195"), (1.952, "1.95"), (1_952, "1952"), (19_523.4, "19523"), (19_523.5, "19524"),
      (6.5, "6.5"), (323_076.92, "323077"), (1e-4, "1e-4"), (2e15, "2e15"),
    ] as [(Double, String)]
  )
  func wholePart(_ number: Double, _ text: String) {
    #expect(FormattedNumber.plain(number, keepsWholePart: true) == text)
  }

  @Test(
    "levels beside cutoffs",
    arguments: [
      (9.7e-6, "9.7e-6", "9.70e-6"), (1e-5, "1e-5", "1.00e-5"), (0.25, "2.5e-1", "2.50e-1"),
      (9.999e-6, "1e-5", "1.00e-5"), (1_234, "1.23e3", "1.23e3"), (0, "0", "0"),
      (-1e-5, "-1e-5", "-1.00e-5"), (.nan, "not known", "not known"),
    ] as [(Double, String, String)]
  )
  func plainScientific(_ number: Double, _ text: String, _ padded: String) {
    #expect(FormattedNumber.plainScientific(number) == text)
    #expect(FormattedNumber.plainScientific(number, keepsZeros: true) == padded)
  }

  @Test(
    "p-values",
    arguments: [
      (0.03, "0.03", "3 × 10⁻²"), (4.4e-249, "4.4e-249", "4.4 × 10⁻²⁴⁹"), (1, "1", "10⁰"),
      (1e-300, "1e-300", "10⁻³⁰⁰"), (9.99e-301, "< 1e-300", "< 10⁻³⁰⁰"),
      (1e-150 * 1e-160, "< 1e-300", "< 10⁻³⁰⁰"), (0, "< 1e-300", "< 10⁻³⁰⁰"),
      (.nan, "not known", "not known"),
    ] as [(Double, String, String)]
  )
  func pValue(_ number: Double, _ text: String, _ page: String) {
    #expect(FormattedNumber.pValue(number) == text)
    #expect(FormattedNumber.pagePValue(number) == page)
  }

  @Test(
    "what a person has set",
    arguments: [
      (1, "1"), (1e9, "1000000000"), (0.001, "0.001"), (0.05, "0.05"), (1e-6, "1e-6"),
      (0.123_456_789, "0.123456789"), (-2, "-2"), (0, "0"), (1e15, "1e15"),
      (.nan, "not a finite number"), (.infinity, "not a finite number"),
    ] as [(Double, String)]
  )
  func exact(_ number: Double, _ text: String) { #expect(FormattedNumber.exact(number) == text) }

  @Test(
    "thresholds in one notation",
    arguments: [
      ([1e-4, 1e-5, 1e-6], "1e-4, 1e-5, 1e-6"), ([1e-4], "1e-4"), ([0.001], "0.001"),
      ([0.001, 2.5e-5], "1e-3, 2.5e-5"), ([0.1, 0.9], "0.1, 0.9"), ([1, 20, 0.5], "1, 20, 0.5"),
      // A table of probabilities stays one of decimals.
      ([0.25, 0.000_65, 0.1], "0.25, 0.00065, 0.1"), ([], ""), ([0, 1e-5], "0, 1e-5"),
      ([0, 1], "0, 1"), ([.nan, 1e-5], "not a finite number, 1e-5"),
    ] as [([Double], String)]
  )
  func list(_ numbers: [Double], _ text: String) {
    #expect(FormattedNumber.list(numbers).joined(separator: ", ") == text)
  }

  @Test(
    "cutoffs as keys",
    arguments: [
      (1e-4, "1e-4"), (1e-5, "1e-5"), (1e-6, "1e-6"), (2.5e-6, "2.5e-6"), (0.000_25, "2.5e-4"),
      (0.1, "1e-1"), (1.0 / 100_000, "1e-5"), (0.1 * 0.1 * 0.001, "1e-5"), (1e-5.nextUp, "1e-5"),
      (1.234_567_8e-5, "1.23457e-5"),
    ] as [(Double, String)]
  )
  func key(_ number: Double, _ text: String) { #expect(FormattedNumber.key(number) == text) }

  @Test(
    "pages",
    arguments: [
      (nil, "not known"), (0, "0"), (-0.0, "0"), (1, "1"), (0.5, "0.5"), (4.5, "4.5"),
      (0.000_96, "0.00096"), (0.000_1, "0.0001"), (0.000_099_94, "9.99 × 10⁻⁵"),
      (0.000_099_96, "0.0001"), (1.4e-7, "1.4 × 10⁻⁷"), (-1e-7, "−10⁻⁷"),
      (999.6, "1\u{202F}000"), (123_456, "123\u{202F}000"), (-2.345, "−2.35"),
      (-12_345, "−12\u{202F}300"),
      (999_499_999_999_999, "999\u{202F}000\u{202F}000\u{202F}000\u{202F}000"),
      (1.234e15, "1.23 × 10¹⁵"), (.infinity, "not known"), (.nan, "not known"),
    ] as [(Double?, String)]
  )
  func page(_ number: Double?, _ text: String) { #expect(FormattedNumber.page(number) == text) }

  @Test(
    "pages, as a power of ten",
    arguments: [
      (nil, "not known"), (0, "0"), (3.2e-5, "3.2 × 10⁻⁵"), (1e-5, "10⁻⁵"), (9.999e-6, "10⁻⁵"),
      (0.25, "2.5 × 10⁻¹"), (6.68e5, "6.68 × 10⁵"), (-1e12, "−10¹²"), (.nan, "not known"),
    ] as [(Double?, String)]
  )
  func pageScientific(_ number: Double?, _ text: String) {
    #expect(FormattedNumber.pageScientific(number) == text)
  }

  @Test(
    "whole numbers",
    arguments: [
      (0, "0", "0"), (999, "999", "999"), (1_000, "1\u{202F}000", "1,000"),
      (1_234_567, "1\u{202F}234\u{202F}567", "1,234,567"), (-1_000, "−1\u{202F}000", "−1,000"),
      (
        .min, "−9\u{202F}223\u{202F}372\u{202F}036\u{202F}854\u{202F}775\u{202F}808",
        "−9,223,372,036,854,775,808"
      ),
    ] as [(Int, String, String)]
  )
  func count(_ number: Int, _ text: String, _ withCommas: String) {
    #expect(FormattedNumber.count(number) == text)
    #expect(FormattedNumber.count(number, separator: ",") == withCommas)
  }

  @Test(
    "tables",
    arguments: [
      (nil, ""), (.nan, ""), (-.infinity, ""), (12, "12.0"), (-0.0, "0.0"), (1e-6, "1e-06"),
      (4.942_821_441_563_987_4e-5, "4.9428214415639874e-05"), (0.1 + 0.2, "0.30000000000000004"),
      (1e16, "1e+16"),
    ] as [(Double?, String)]
  )
  func shortest(_ number: Double?, _ text: String) {
    #expect(FormattedNumber.shortest(number) == text)
  }

  @Test(
    "fixed decimals",
    arguments: [
      (nil, 2, ""), (.nan, 2, ""), (.infinity, 2, ""), (1e12, 2, ""), (-1e300, 2, ""),
      (0, 1, "0.0"), (-0.04, 1, "0.0"), (-0.05, 1, "-0.1"), (12.345, 2, "12.35"), (2.5, 0, "3"),
      (589.5, 1, "589.5"), (0.000_05, 4, "0.0001"), (99.996, 2, "100.00"), (7, 5, "7.00000"),
      // Beyond what a whole number holds of them, the digits are those of the decimal.
      (123_456_789_012.345, 12, "123456789012.345000000000"), (0.7, 15, "0.700000000000000"),
      (999_999_999_999, 15, "999999999999.000000000000000"), (-8.5, 15, "-8.500000000000000"),
      (4_999_999_999.99, 6, "4999999999.990000"),
    ] as [(Double?, Int, String)]
  )
  func fixed(_ number: Double?, _ decimals: Int, _ text: String) {
    #expect(FormattedNumber.fixed(number, decimals: decimals) == text)
    var bytes = Array("x".utf8)
    bytes.append(number, decimals: decimals)
    #expect(String(decoding: bytes, as: UTF8.self) == "x" + text)
  }
}
