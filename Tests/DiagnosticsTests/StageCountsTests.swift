import Diagnostics
import Testing

/// What stages took in, passed on and set aside.
@Suite("Counts of a stage")
struct StageCountsTests {
  @Test("what passes or is rejected came in; counts always balance")
  func balance() {
    var counts = StageCounts(.merge)
    #expect(counts.isBalanced)
    counts.pass()
    counts.pass(4)
    counts.reject("low_quality")
    counts.reject("too_short", 3)
    counts.reject("low_quality", 2)
    #expect(counts.input == 11)
    #expect(counts.output == 5)
    #expect(counts.rejected == ["low_quality": 3, "too_short": 3])
    #expect(counts.isBalanced)
  }

  @Test("nothing, or less, is not rejected and makes no reason", arguments: [0, -1])
  func nothing(_ count: Int) {
    var counts = StageCounts(.read)
    counts.reject("too_short", count)
    #expect(counts == StageCounts(.read))
  }

  @Test("counts of batches are added, in any order")
  func adding() {
    let batches = (1...4).map { number in
      StageCounts(
        .annotate,
        input: 10 * number,
        output: 9 * number,
        rejected: number % 2 == 0 ? ["no_v": number] : ["no_v": number - 1, "no_j": 1]
      )
    }
    func sum(_ batches: [StageCounts]) -> StageCounts {
      batches.reduce(into: StageCounts(.annotate)) { $0.add($1) }
    }
    #expect(
      sum(batches)
        == StageCounts(.annotate, input: 100, output: 90, rejected: ["no_v": 8, "no_j": 2])
    )
    #expect(sum(batches) == sum(batches.reversed()))
    #expect(sum(batches).isBalanced)
  }

  @Test(
    "a read that vanished, or is counted twice, is seen",
    arguments: [(10, 8, 2, true), (10, 8, 1, false), (10, 9, 2, false), (0, 0, 0, true)]
  )
  func unbalanced(_ input: Int, _ output: Int, _ rejected: Int, _ isBalanced: Bool) {
    let counts = StageCounts(.list, input: input, output: output, rejected: ["x": rejected])
    #expect(counts.isBalanced == isBalanced)
  }

  @Test("stages of two kinds are never added")
  func otherStage() async {
    await #expect(processExitsWith: .failure) {
      var counts = StageCounts(.read)
      counts.add(StageCounts(.merge))
    }
  }
}
