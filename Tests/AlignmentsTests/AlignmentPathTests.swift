import Alignments
import Testing

@Suite("Alignment path")
struct AlignmentPathTests {
  private func path(_ steps: [(AlignmentStep, Int)]) -> AlignmentPath {
    var path = AlignmentPath()
    for (step, length) in steps { path.append(step, length) }
    return path
  }

  @Test("joins equal neighbours and leaves out empty runs")
  func runs() {
    let joined = path([
      (.match, 3), (.match, 1), (.mismatch, 0), (.insertion, 2), (.deletion, -1), (.match, 1),
    ])
    #expect(joined.cigar == "4=2I1=")
    #expect(joined == path([(.match, 4), (.insertion, 2), (.match, 1)]))
    #expect(joined.hashValue == path([(.match, 4), (.insertion, 2), (.match, 1)]).hashValue)
    #expect(joined != path([(.match, 4), (.insertion, 2)]))
    #expect(joined.count(of: .match) == 5)
    #expect(joined.count(of: .deletion) == 0)
  }

  @Test("spells every step as the SAM specification does")
  func letters() {
    let all = path([(.match, 120), (.mismatch, 1), (.insertion, 3), (.deletion, 2)])
    #expect(all.cigar == "120=1X3I2D")
    #expect(all.reversed.cigar == "2D3I1X120=")
    #expect(all.reversed.reversed == all)
    #expect(AlignmentPath().cigar == "")
  }
}
