import Diagnostics
import Foundation
import Testing

/// A style under test.
struct NumberStyle: CustomTestStringConvertible, Sendable {
  var testDescription: String
  /// The most significant digits; `nil` if it has all of them.
  var digits: Int?
  /// The magnitudes that have no exponent; `nil` if all have one.
  var decimals: Range<Double>?
  var text: @Sendable (Double) -> String

  /// The styles that write any number.
  static let all = [
    NumberStyle(testDescription: "plain", digits: 3, decimals: 1e-3..<1e15) {
      FormattedNumber.plain($0)
    },
    NumberStyle(testDescription: "plainScientific", digits: 3) {
      FormattedNumber.plainScientific($0)
    },
    NumberStyle(testDescription: "exact", decimals: 1e-3..<1e15) { FormattedNumber.exact($0) },
    NumberStyle(testDescription: "key", digits: 6) { FormattedNumber.key($0) },
    NumberStyle(testDescription: "page", digits: 3, decimals: 1e-4..<1e15) {
      FormattedNumber.page($0)
    },
    NumberStyle(testDescription: "pageScientific", digits: 3) {
      FormattedNumber.pageScientific($0)
    },
    NumberStyle(testDescription: "shortest") { FormattedNumber.shortest($0) },
  ]
}

/// What every style promises for every number there is.
struct FormattedNumberPropertyTests {
  private static let seeds: Range<UInt64> = 0..<8

  @Test("each text is within half a unit of its third digit", arguments: seeds)
  func halfUnit(seed: UInt64) throws {
    var samples = NumberSamples(seed: seed)
    for number in samples.finite() where number != 0 {
      for text in [FormattedNumber.plainScientific(number), FormattedNumber.pageScientific(number)]
      {
        let read = NumberText(text)
        guard read.value != number else { continue }
        let distance = try #require(read.distance(from: number), "\(text)")
        // The shortest decimal lies within half a step of the number; the text is a half from that.
        let exponent = String(format: "%.30e", number.magnitude).drop { $0 != "e" }
        let power: Double = try #require(Double("1\(exponent)"))
        let step = Decimal(number.ulp / power * 100)
        #expect(distance <= Decimal(0.5) + step, "\(number) as \(text)")
      }
    }
  }

  @Test("no text has more digits than its style promises", arguments: NumberStyle.all, seeds)
  func digits(style: NumberStyle, seed: UInt64) {
    guard let limit = style.digits else { return }
    var samples = NumberSamples(seed: seed)
    for number in samples.finite() {
      let text = style.text(number)
      #expect(NumberText(text).significantDigits <= limit, "\(number) as \(text)")
    }
  }

  @Test("the magnitude alone decides about an exponent", arguments: NumberStyle.all, seeds)
  func notation(style: NumberStyle, seed: UInt64) throws {
    guard style.testDescription != "shortest" else { return }
    var samples = NumberSamples(seed: seed)
    for number in samples.finite() {
      let text = style.text(number)
      let read = NumberText(text)
      let value = try #require(read.value, "\(number) as \(text)")
      let isDecimal = value == 0 || style.decimals?.contains(value.magnitude) == true
      #expect(read.isScientific != isDecimal, "\(number) as \(text)")
    }
  }

  @Test("a larger number never has the text of a smaller one", arguments: NumberStyle.all, seeds)
  func monotone(style: NumberStyle, seed: UInt64) throws {
    var samples = NumberSamples(seed: seed)
    let numbers = samples.finite().sorted()
    let values = try numbers.map { number in
      try #require(NumberText(style.text(number)).value, "\(number)")
    }
    for (place, pair) in zip(values, values.dropFirst()).enumerated() where pair.0 > pair.1 {
      Issue.record("\(numbers[place]) and \(numbers[place + 1]) as \(pair.0) and \(pair.1)")
    }
  }

  @Test("no text says what is not finite, and none has letters it does not need", arguments: seeds)
  func letters(seed: UInt64) {
    var samples = NumberSamples(seed: seed)
    let words: Set = ["", FormattedNumber.unknown, "not a finite number"]
    for number in samples.all() {
      for style in NumberStyle.all {
        let text = style.text(number)
        #expect(number.isFinite != words.contains(text), "\(number) as \(text)")
        guard number.isFinite else { continue }
        let others = text.filter { !$0.isNumber && !"-−+.e× \u{202F}⁻".contains($0) }
        #expect(others.isEmpty, "\(number) as \(text)")
        #expect(!text.hasPrefix("-0") || number < 0, "\(number) as \(text)")
      }
      let probability = FormattedNumber.pValue(number.magnitude)
      let known = NumberText(probability.replacing("< ", with: "")).value
      #expect(number.isNaN || number.isInfinite || known != nil, "\(number) as \(probability)")
    }
  }

  @Test("shortest, exact and listed numbers read back as they were", arguments: seeds)
  func roundTrip(seed: UInt64) {
    var samples = NumberSamples(seed: seed)
    let numbers = samples.finite()
    for number in numbers {
      #expect(Double(FormattedNumber.exact(number)) == number)
      #expect(Double(FormattedNumber.shortest(number)) == number)
    }
    for start in stride(from: 0, to: numbers.count - 3, by: 3) {
      let part = Array(numbers[start..<start + 3])
      let texts = FormattedNumber.list(part)
      #expect(texts.map { Double($0) } == part)
      let notations = Set(zip(part, texts).filter { $0.0 != 0 }.map { $0.1.contains("e") })
      #expect(notations.count <= 1, "\(texts)")
    }
  }

  @Test("a number and its negative have the same digits", arguments: NumberStyle.all, seeds)
  func symmetric(style: NumberStyle, seed: UInt64) {
    var samples = NumberSamples(seed: seed)
    for number in samples.finite() where number > 0 {
      let negative = style.text(-number)
      #expect(["-", "−"].contains(negative.prefix(1)), "\(number) as \(negative)")
      #expect(negative.dropFirst() == style.text(number))
    }
  }

  @Test("a shift moves the point and changes no digit", arguments: seeds)
  func shift(seed: UInt64) throws {
    var samples = NumberSamples(seed: seed)
    for number in samples.finite() where number.magnitude > 1e-290 && number.magnitude < 1e290 {
      let unshifted = FormattedNumber.plainScientific(number)
      for shift in [-3, 2, 6] {
        let shifted = try #require(Double(FormattedNumber.plain(number, shift: shift)))
        let parts = unshifted.split(separator: "e")
        let exponent = try #require(Int(parts[1]))
        #expect(shifted == Double("\(parts[0])e\(exponent + shift)"), "\(number) by \(shift)")
      }
    }
  }
}
