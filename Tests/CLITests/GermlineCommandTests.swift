import ArgumentParser
import ClonetrackCLI
import Testing

@Suite("The germline commands")
struct GermlineCommandTests {
  @Test(
    "leave with the exit code of what went wrong",
    arguments: [
      (["verify", "--sha256", "00"], 65),
      (["verify", "/nonexistent/set.tsv"], 66),
      (["list", "/nonexistent/set.tsv"], 66),
      (["list", "/"], 74),
      (["build", "/nonexistent/v.fasta", "-o", "/tmp/clonetrack-absent.tsv"], 66),
      (["build", "/nonexistent/v.fasta", "-o", "/nonexistent/set.tsv"], 73),
    ] as [([String], Int32)]
  )
  func exitCodes(arguments: [String], code: Int32) throws {
    var command = try ClonetrackCommand.parseAsRoot(["germline"] + arguments)
    let error = try #require(throws: ExitCode.self) { try command.run() }
    #expect(error == ExitCode(code))
  }

  @Test("lists and verifies the built-in set", arguments: [["list"], ["verify"]])
  func builtIn(arguments: [String]) throws {
    var command = try ClonetrackCommand.parseAsRoot(["germline"] + arguments)
    try command.run()
  }

  @Test(
    "end their help with an example",
    arguments: [
      (["germline", "--help"], "\n\nEXAMPLE (in testdata):\n  clonetrack germline list"),
      (
        ["germline", "list", "--help"],
        "\n\nEXAMPLE (in testdata):\n  clonetrack germline list --alleles"
      ),
      (
        ["germline", "verify", "-h"],
        "\n\nEXAMPLE (in testdata):\n  clonetrack germline verify results/our-igh.tsv"
      ),
    ]
  )
  func examples(arguments: [String], expected: String) throws {
    let error = try #require(throws: (any Error).self) {
      var command = try ClonetrackCommand.parseAsRoot(arguments)
      try command.run()
    }
    let help = try #require(ClonetrackCommand.helpWithExample(for: error))
    #expect(help.hasSuffix(expected))
  }
}
