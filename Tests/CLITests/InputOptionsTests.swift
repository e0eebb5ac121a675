import ArgumentParser
import Assays
import ClonetrackCLI
import Testing
import Workflows

@Suite("Input options")
struct InputOptionsTests {
  @Test("group lanes by replicate")
  func lanes() throws {
    let options = try InputOptions.parse([
      "-1", "a1.fq,b1.fq", "-2", "a2.fq,b2.fq", "--in1", "c1.fq", "--in2", "-",
    ])
    #expect(
      options.replicates == [
        ReplicateInput(lanes: [
          .init(first: "a1.fq", second: "a2.fq"), .init(first: "b1.fq", second: "b2.fq"),
        ]),
        ReplicateInput(lanes: [.init(first: "c1.fq", second: "-")]),
      ]
    )
  }

  @Test("take single reads and standard input")
  func single() throws {
    let options = try InputOptions.parse(["-1", "-", "-1", "x.fq"])
    #expect(
      options.replicates == [
        ReplicateInput(lanes: [.init(first: "-")]), ReplicateInput(lanes: [.init(first: "x.fq")]),
      ]
    )
  }

  @Test(
    "refuse what cannot be paired",
    arguments: [
      (["-2", "a"], "No reads are given; name them with -1."),
      (
        ["-1", "a", "-1", "b", "-2", "c"],
        "-1 is given 2 times and -2 once; give -2 once for each -1, or not at all."
      ),
      (
        ["-1", "a,b", "-2", "c"],
        "Replicate 1 has 2 lanes of -1 and 1 of -2; give the same number in the same order."
      ),
      (["-1", "a,"], "Replicate 1 has an empty file name between commas."),
      (["-1", "-", "-2", "-"], "Standard input ('-') can be read only once."),
      (
        ["-1", "a", "-1", "b,a"],
        "'a' is given more than once; its reads would be counted twice."
      ),
    ] as [([String], String)]
  )
  func refuse(_ arguments: [String], _ expected: String) {
    let error = #expect(throws: (any Error).self) { _ = try InputOptions.parse(arguments) }
    #expect(error.map(InputOptions.message(for:)) == expected)
  }
}
