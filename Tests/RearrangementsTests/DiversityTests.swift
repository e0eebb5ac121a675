import Nucleotides
import Rearrangements
import SimulatedReads
import Testing

@Suite("Diversity genes")
struct DiversityTests {
  @Test("are named where enough of them is left, and seldom wrongly")
  func truth() throws {
    var bench = try AnnotatorBench(seed: 41)
    var (named, right, long) = (0, 0, 0)
    for _ in 0..<1_500 {
      let made = try bench.molecule(.ighVDJ)
      guard let found = bench.annotate(made.sequence), let left = made.dRange else { continue }
      guard left.count >= 14 else { continue }
      long += 1
      guard let d = found.d else { continue }
      named += 1
      if d.names(geneOf: made.dAllele) { right += 1 }
    }
    #expect(long > 300)
    // Measured: 820 of 820 named, 818 of them right.
    #expect(Double(named) >= 0.99 * Double(long), "\(named) named of \(long)")
    #expect(Double(right) >= 0.99 * Double(named), "\(right) right of \(named)")
  }

  @Test("are absent rather than guessed")
  func chance() throws {
    var bench = try AnnotatorBench(seed: 42)
    var (named, total) = (0, 0)
    for _ in 0..<1_500 {
      // A V and a J with random bases between them instead of a D.
      let made = try bench.molecule(.ighVDJ)
      let codes =
        made.sequence.codes.prefix(made.ndnRange.lowerBound) + bench.bases(25)
        + made.sequence.codes.dropFirst(made.ndnRange.upperBound)
      guard let found = bench.annotate(.init(codes: Array(codes))) else { continue }
      total += 1
      if found.d != nil { named += 1 }
    }
    // Measured: 64 of 1,500.
    #expect(Double(named) <= 0.05 * Double(total), "\(named) of \(total)")
  }
}
