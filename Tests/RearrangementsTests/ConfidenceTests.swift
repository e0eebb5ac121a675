import Nucleotides
import Rearrangements
import SimulatedReads
import Testing

@Suite("Confidence of calls")
struct ConfidenceTests {
  /// Calls with their probability and whether the true gene is among them.
  private struct Tally {
    var (number, right, sum) = (0, 0, 0.0)

    mutating func add(_ confidence: Double, _ isRight: Bool) {
      number += 1
      right += isRight ? 1 : 0
      sum += confidence
    }

    var shareRight: Double { Double(right) / Double(number) }
  }

  @Test("is a probability, and high for whole unmutated genes")
  func unmutated() throws {
    var bench = try AnnotatorBench(seed: 51)
    for type in [RearrangementType.ighVDJ, .igkVJ, .iglVJ] {
      for _ in 0..<100 {
        let made = try bench.molecule(type)
        let annotation = bench.annotate(made.sequence)
        let found = try #require(annotation)
        let v = try #require(found.v?.confidence)
        #expect(v > 0.99 && v <= 1, "\(found.v?.alleles ?? [])")
        let j = try #require(found.j?.confidence)
        #expect(j > 0.4 && j <= 1, "\(found.j?.alleles ?? [])")
        if let d = found.d { #expect(try #require(d.confidence) >= 0.33) }
      }
    }
  }

  @Test("of a D is its share of right calls")
  func diversity() throws {
    var bench = try AnnotatorBench(seed: 52)
    var (sure, unsure) = (Tally(), Tally())
    for _ in 0..<2_000 {
      let made = try bench.molecule(.ighVDJ, rate: 0.1)
      guard let d = bench.annotate(made.sequence)?.d, let confidence = d.confidence else {
        continue
      }
      let isRight = d.names(geneOf: made.dAllele)
      if confidence >= 0.95 {
        sure.add(confidence, isRight)
      } else {
        unsure.add(confidence, isRight)
      }
    }
    #expect(sure.number > 500 && unsure.number > 100)
    #expect(sure.shareRight >= 0.97, "\(sure)")
    #expect(abs(unsure.shareRight - unsure.sum / Double(unsure.number)) < 0.15, "\(unsure)")
    #expect(unsure.shareRight < sure.shareRight)
  }

  @Test("of a short V falls with hypermutation")
  func shortVariable() throws {
    var bench = try AnnotatorBench(seed: 53)
    var means: [Double] = []
    for rate in [0.0, 0.2] {
      var tally = Tally()
      for _ in 0..<300 {
        let made = try bench.molecule(.ighVDJ, rate: rate, keptBeforeCysteine: 40)
        guard let v = bench.annotate(made.sequence)?.v, let confidence = v.confidence else {
          continue
        }
        tally.add(confidence, v.names(geneOf: made.vAllele))
      }
      means.append(tally.sum / Double(tally.number))
    }
    #expect(means[1] < means[0], "\(means)")
  }
}
