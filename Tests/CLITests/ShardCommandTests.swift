import ArgumentParser
import ClonetrackCLI
import Counting
import Testing
import Workflows

@Suite("Options of count and merge")
struct ShardCommandTests {
  @Test("reads a shard", arguments: [("1/1", 1, 1), ("2/7", 2, 7), ("1000/1000", 1000, 1000)])
  func shard(_ text: String, _ number: Int, _ count: Int) {
    #expect(ShardOption(argument: text)?.shard == Shard(number, of: count))
    #expect(ShardOption(argument: text) != nil)
  }

  @Test(
    "refuses what is no shard",
    arguments: ["", "1", "0/3", "4/3", "1/2/3", "a/3", "-1/3", "+1/3", "1/", "1 / 3", "1/1001"]
  )
  func noShard(_ text: String) {
    #expect(ShardOption(argument: text) == nil)
  }

  private static let merge = ["merge", "a.counts", "b.counts", "-o", "out"]

  @Test("tells which options a baseline sample and a follow-up take")
  func options() {
    let cases: [([String], String)] = [
      ([], "Give --subject for a baseline sample or --baseline for a follow-up."),
      (
        ["--subject", "S", "--visit", "M3"],
        "--visit is given, but only a follow-up sample, which needs --baseline, has it."
      ),
      (
        ["--subject", "S", "--cv-cells", "0.1"],
        "--cv-cells is given, but only a follow-up sample, which needs --baseline, has it."
      ),
      (
        ["--baseline", "b.json", "--dna-ng", "1", "--subject", "S"],
        "--subject is given, but a follow-up sample takes no such option."
      ),
      (
        ["--baseline", "b.json", "--dna-ng", "1", "--enriched"],
        "--enriched is given, but a follow-up sample takes no such option."
      ),
      (["--baseline", "b.json"], "A follow-up needs --dna-ng."),
      (["--subject", "S", "b.counts"], "'b.counts' is given more than once."),
    ]
    for (options, message) in cases {
      let error = #expect(throws: (any Error).self) {
        _ = try ClonetrackCommand.parseAsRoot(Self.merge + options)
      }
      let text = error.map { ClonetrackCommand.message(for: $0) }
      #expect(text == message)
    }
  }

  @Test(
    "takes a baseline sample and a follow-up",
    arguments: [
      ["--subject", "S", "--enriched", "--light-chain", "kappa"],
      ["--baseline", "b.json", "--dna-ng", "100", "--visit", "M3", "--neg-rule", "point"],
    ]
  )
  func accepted(_ options: [String]) throws {
    #expect(try ClonetrackCommand.parseAsRoot(Self.merge + options) is MergeCommand)
  }
}
