import Diagnostics
import Foundation
import Testing

/// The same numbers as C prints them, which rounds the binary number where we round its decimal.
struct FormattedNumberReferenceTests {
  private static let seeds: Range<UInt64> = 100..<112

  /// Whether the two roundings may differ: the shortest decimal lies half way, or the number is so
  /// small that its shortest decimal is far from it.
  private static func mayDiffer(_ number: Double, digits: Int) -> Bool {
    let shortest = number.magnitude.description.prefix { $0 != "e" }.filter(\.isNumber)
      .drop { $0 == "0" }
    var kept = shortest
    while kept.last == "0" { kept.removeLast() }
    return number.isSubnormal || kept.count == digits + 1 && kept.last == "5"
  }

  /// `1.20e+05` of C as `1.20e5`.
  private static func short(_ text: String) -> String {
    let parts = text.split(separator: "e")
    return "\(parts[0])e\(Int(parts[1]) ?? 0)"
  }

  @Test("three digits and an exponent", arguments: seeds)
  func scientific(seed: UInt64) {
    var samples = NumberSamples(seed: seed)
    var compared = 0
    for number in samples.finite() where number != 0 && !Self.mayDiffer(number, digits: 3) {
      let reference = Self.short(String(format: "%.2e", number))
      #expect(FormattedNumber.plainScientific(number, keepsZeros: true) == reference)
      compared += 1
    }
    #expect(compared > 500)
  }

  @Test("six digits of a cutoff", arguments: seeds)
  func key(seed: UInt64) {
    var samples = NumberSamples(seed: seed)
    for number in samples.finite() where number != 0 && !Self.mayDiffer(number, digits: 6) {
      let reference = Self.short(String(format: "%.5e", number))
      #expect(Double(FormattedNumber.key(number)) == Double(reference), "\(number)")
    }
  }

  @Test("three digits without an exponent", arguments: seeds)
  func decimal(seed: UInt64) {
    var samples = NumberSamples(seed: seed)
    for _ in 0..<1_000 {
      let number = samples.ratio()
      guard number >= 0.001, number < 1_000, !Self.mayDiffer(number, digits: 3) else { continue }
      // %g drops the same zeros, and has no exponent here.
      #expect(FormattedNumber.plain(number) == String(format: "%.3g", number))
      #expect(FormattedNumber.page(number) == String(format: "%.3g", number))
    }
  }

  @Test("halves go away from zero, whatever the binary number", arguments: seeds)
  func halves(seed: UInt64) throws {
    var samples = NumberSamples(seed: seed)
    for _ in 0..<1_000 {
      let number = samples.halfway().magnitude
      guard Self.mayDiffer(number, digits: 3) else { continue }
      let lower = String(format: "%.3e", number)
      let digits = try #require(Int(lower.prefix(5).filter(\.isNumber)))
      let parts = lower.split(separator: "e")
      let exponent = try #require(Int(parts[1]))
      let expected = Double("\(digits / 10 + 1)e\(exponent - 2)")
      #expect(Double(FormattedNumber.plainScientific(number)) == expected, "\(number)")
    }
  }

  @Test("fixed decimals", arguments: seeds, [0, 1, 2, 4, 5, 9])
  func fixed(seed: UInt64, decimals: Int) {
    var samples = NumberSamples(seed: seed)
    let unit = pow(10, Double(decimals))
    for number in samples.finite() where number.magnitude < 1e12 {
      let scaled = number.magnitude * unit
      // At a half the product may have been rounded to it.
      guard abs(scaled - scaled.rounded(.down) - 0.5) > 1e-3, scaled < 1e12 else { continue }
      let reference = String(format: "%.\(decimals)f", number)
      let isZero = !reference.contains { $0.isNumber && $0 != "0" }
      let expected = isZero ? reference.replacing("-", with: "") : reference
      #expect(FormattedNumber.fixed(number, decimals: decimals) == expected, "\(number)")
    }
  }

  @Test("fixed decimals never fall where numbers rise", arguments: seeds, [1, 5, 12, 15])
  func fixedIsMonotone(seed: UInt64, decimals: Int) throws {
    var samples = NumberSamples(seed: seed)
    var numbers = samples.finite().filter { $0.magnitude < 1e12 }
    // Around the place where whole numbers no longer hold the decimals.
    let border = 0x1p52 / pow(10, Double(decimals))
    if border < 1e11 {
      var (below, above) = (border, border)
      for _ in 0..<50 {
        (below, above) = (below.nextDown, above.nextUp)
        numbers += [below, above, border * (1 + samples.ratio() * 1e-3)]
      }
    }
    let values = try numbers.sorted().map { number in
      try #require(Decimal(string: FormattedNumber.fixed(number, decimals: decimals)))
    }
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test("grouped whole numbers without their separators are the numbers", arguments: seeds)
  func count(seed: UInt64) {
    var samples = NumberSamples(seed: seed)
    for _ in 0..<1_000 {
      let bits = samples.anyPattern().bitPattern
      let number = Int(bitPattern: UInt(bits)) >> Int(bits % 64)
      let text = FormattedNumber.count(number, separator: ",")
      #expect(Int(text.replacing(",", with: "").replacing("−", with: "-")) == number)
      let groups = text.drop { $0 == "−" }.split(separator: ",", omittingEmptySubsequences: false)
      #expect((1...3).contains(groups[0].count))
      #expect(groups.dropFirst().allSatisfy { $0.count == 3 })
    }
  }
}
