import Nucleotides
import Rearrangements
import SimulatedReads
import Testing

/// Most reads are placed by a few k-mers; the votes of all are the reference.
@Suite("Clear reads")
struct ClearReadsTests {
  @Test(
    "are placed where all votes place them",
    arguments: RearrangementType.allCases,
    [0, 0.03, 0.1, 0.2]
  )
  func agreement(_ type: RearrangementType, rate: Double) throws {
    var bench = try AnnotatorBench(seed: 41)
    var found = 0
    for number in 0..<300 {
      var read = try bench.molecule(type, rate: rate).sequence
      // Ends as amplicons and lone mates have them, either strand.
      let first = bench.random.below(read.count / 2)
      let last = read.count - (number % 4 == 0 ? bench.random.below(read.count / 4) : 0)
      read = read[first..<max(first + 20, last)]
      if number % 6 == 0 { read.codes[bench.random.below(read.count)] = 4 }
      if number % 7 == 0 { read.codes.remove(at: bench.random.below(read.count)) }
      if number % 2 == 1 { read = read.reverseComplement }
      let hidden = number % 3 == 0 && read.count > 80 ? 20 : 0
      let primerFree = hidden..<(read.count - hidden)
      let quick = outcome(bench.annotator.locate, read.codes, primerFree, &bench.scratch)
      let whole = outcome(bench.annotator.locateByAllVotes, read.codes, primerFree, &bench.scratch)
      // Of a read that ends inside its V more than one diagonal may be told; a V it is by either.
      let isTruncated = quick.rejection == .noThreePrimeElement && whole.rejection != nil
      #expect(quick == whole || isTruncated, "\(read), \(primerFree): \(quick), \(whole)")
      if quick.located != nil { found += 1 }
    }
    #expect(found > 100, "\(found) of 300")
  }

  /// What a way of placing says of a read.
  private struct Outcome: Equatable {
    var located: LocatedRearrangement?
    var rejection: RejectionReason?
    var fiveRows: [Int] = []
    var threeRows: [Int] = []
  }

  private typealias Placing = (
    Span<UInt8>, Range<Int>, inout AnnotationScratch
  ) throws(RejectionReason) -> LocatedRearrangement

  private func outcome(
    _ place: Placing,
    _ codes: [UInt8],
    _ primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) -> Outcome {
    do throws(RejectionReason) {
      let located = try place(codes.span, primerFree, &scratch)
      return Outcome(
        located: located,
        fiveRows: scratch.fiveRows,
        threeRows: scratch.threeRows
      )
    } catch {
      return Outcome(rejection: error)
    }
  }
}
