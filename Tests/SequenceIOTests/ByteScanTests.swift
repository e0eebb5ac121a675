import SequenceIO
import Testing

/// The loops that the compiler vectorizes, against their definitions.
@Suite("Scans of bytes")
struct ByteScanTests {
  @Test("agree with the definition", arguments: 0..<200 as Range<UInt64>)
  func agree(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let length = Int.random(in: 0...200, using: &random)
    var bytes = (0..<length).map { _ in "ACGTN".utf8.randomElement(using: &random) ?? 65 }
    for _ in 0..<Int.random(in: 0...2, using: &random) where length > 0 {
      bytes[Int.random(in: 0..<length, using: &random)] = .random(in: 0...255, using: &random)
    }
    let start = Int.random(in: 0...length, using: &random)
    let range = start..<Int.random(in: start...length, using: &random)
    let slice = bytes[range]
    let plain = Set("ACGTN".utf8)
    let letters = Set("ACGTUNRYSWKMBDHVacgtunryswkmbdhv".utf8)
    #expect(bytes.span.arePlainBases(in: range) == slice.allSatisfy(plain.contains))
    #expect(bytes.span.firstNonBase(in: range) == slice.firstIndex { !letters.contains($0) })
    #expect(bytes.span.lineFeed(from: start) == bytes[start...].firstIndex(of: 10))
    #expect(bytes.span.areQualities(in: range) == slice.allSatisfy { (33...126).contains($0) })
    let extremes = bytes.span.extremes(in: range)
    #expect(extremes.lowest == slice.min() ?? 255)
    #expect(extremes.highest == slice.max() ?? 0)
  }

  @Test("common prefixes end at the first difference", arguments: 0..<100 as Range<UInt64>)
  func prefixes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let shared = (0..<Int.random(in: 0...40, using: &random)).map { _ in
      UInt8.random(in: 65...66, using: &random)
    }
    let one = [9] + shared + (0..<3).map { _ in UInt8.random(in: 65...66, using: &random) }
    let two = shared + (0..<9).map { _ in UInt8.random(in: 65...66, using: &random) }
    let expected = zip(one.dropFirst(), two).prefix { $0 == $1 }.count
    #expect(commonPrefix(one.span, 1..<one.count, two.span, 0..<two.count) == expected)
  }
}
