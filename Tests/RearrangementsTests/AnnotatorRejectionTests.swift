import Nucleotides
import Rearrangements
import SimulatedReads
import Testing

@Suite("Annotator rejections")
struct AnnotatorRejectionTests {
  /// What is made of a real rearrangement so that nothing of it should be recognised.
  enum Spoiling: CaseIterable, Sendable { case shuffled, reversed, complemented }

  @Test("rejects reads that only look like rearrangements", arguments: Spoiling.allCases)
  func spoiled(_ spoiling: Spoiling) throws {
    var bench = try AnnotatorBench(seed: 21)
    var accepted: [RearrangementType: Int] = [:]
    for number in 0..<20_000 {
      let type = RearrangementType.allCases[number % 6]
      var codes = try bench.molecule(type).sequence.codes
      switch spoiling {
      case .shuffled: codes.shuffle(using: &bench.random)
      case .reversed: codes.reverse()
      case .complemented: codes = codes.map(complement)
      }
      if bench.rejection(codes) == nil { accepted[type, default: 0] += 1 }
    }
    #expect(accepted.isEmpty, "\(accepted) of 20,000")
  }

  @Test("rejects random reads")
  func random() throws {
    var bench = try AnnotatorBench(seed: 22)
    let accepted = (0..<20_000).count { _ in bench.rejection(bench.bases(300)) == nil }
    #expect(accepted == 0, "\(accepted) of 20,000")
  }

  @Test("gives each rejection its reason")
  func reasons() throws {
    var bench = try AnnotatorBench(seed: 23)
    let made = try bench.molecule(.ighVDJ)
    let codes = made.sequence.codes
    let cysteine = try #require(made.junctionRange).lowerBound
    #expect(bench.rejection([]) == .tooShort)
    #expect(bench.rejection(Array(codes.prefix(39))) == .tooShort)
    #expect(bench.rejection(bench.bases(300)) == .noFivePrimeElement)
    #expect(bench.rejection(Array(codes.prefix(cysteine + 6))) == .noThreePrimeElement)
    #expect(bench.rejection([UInt8](repeating: 4, count: 300)) == .noFivePrimeElement)
    #expect(bench.rejection([UInt8](repeating: 0, count: 300)) == .noFivePrimeElement)
  }

  @Test("rejects a V in front of a J of another locus")
  func chimeras() throws {
    var bench = try AnnotatorBench(seed: 24)
    var accepted = 0
    for number in 0..<2_000 {
      let (left, right) = [
        (RearrangementType.ighVDJ, RearrangementType.igkVJ), (.igkVJ, .ighVDJ), (.iglVJ, .ighVDJ),
        (.ighVDJ, .iglVJ),
      ][number % 4]
      let five = try bench.molecule(left)
      let three = try bench.molecule(right)
      let codes =
        five.sequence.codes.prefix(five.ndnRange.upperBound)
        + three.sequence.codes.dropFirst(three.ndnRange.upperBound)
      if bench.rejection(Array(codes)) == nil { accepted += 1 }
    }
    #expect(accepted == 0, "\(accepted) of 2,000")
  }
}
