import ClonetrackCLI
import Diagnostics
import Foundation
import Testing

@Suite("On a terminal")
struct TerminalTests {
  /// Runs a shell command with a terminal as its output and errors; line ends are those of a file.
  private func run(_ command: String, environment: [String: String] = [:]) throws -> String {
    let plain = ["TERM": "xterm", "NO_COLOR": "", "CLONETRACK": BuiltProgram.url.path]
    // `script` makes the terminal; `-e` passes the exit code on.
    let ended = try BuiltProgram.run(
      ["-qec", command, "/dev/null"],
      program: "/usr/bin/script",
      environment: plain.merging(environment) { $1 }
    )
    return ended.output.replacing("\r\n", with: "\n")
  }

  private static let unknown = """
    error[RUN-USAGE]: no finding and no error has the code 'FILE-EXIST'
      help: Did you mean 'FILE-EXISTS'?

    """

  @Test("a message has colours, unless NO_COLOR is set or the terminal is dumb")
  func colours() throws {
    let coloured =
      "\u{1B}[1;31merror[RUN-USAGE]:\u{1B}[0m no finding and no error has the code 'FILE-EXIST'\n"
      + "  \u{1B}[1;36mhelp:\u{1B}[0m Did you mean 'FILE-EXISTS'?\n"
    let command = "\"$CLONETRACK\" explain FILE-EXIST"
    #expect(try run(command) == coloured)
    #expect(try run(command, environment: ["NO_COLOR": "1"]) == Self.unknown)
    #expect(try run(command, environment: ["TERM": "dumb"]) == Self.unknown)
    #expect(try run(command + " 2>&1 | cat") == Self.unknown)
  }

  @Test("severities differ in colour")
  func severities() {
    let on = TerminalColours(isTerminal: true, ["TERM": "xterm"])
    let texts = Diagnostic.Severity.allCases.map { severity in
      on.text(of: Diagnostic(code: "IC-DROP", severity: severity, message: "m"))
    }
    let heads = texts.map { String($0.prefix { $0 != ":" }) }
    #expect(
      heads == [
        "\u{1B}[1;34mnote[IC-DROP]", "\u{1B}[1;33mwarning[IC-DROP]",
        "\u{1B}[1;35mindeterminate[IC-DROP]", "\u{1B}[1;31mfailure[IC-DROP]",
        "\u{1B}[1;31merror[IC-DROP]",
      ]
    )
    #expect(!TerminalColours(isTerminal: false, ["TERM": "xterm"]).isOn)
    #expect(!TerminalColours(isTerminal: true, [:]).isOn)
  }

  @Test("progress is one line that is taken away; elsewhere nothing is shown of a short run")
  func progress() throws {
    let fixture = try ReadFixture()
    let reads = try fixture.file("a.fasta", ">a\nACGTACGT\n".utf8)
    // The second half comes when the first line of progress is due.
    let command =
      "(cat '\(reads)'; sleep 0.6; cat '\(reads)'; sleep 0.6) | \"$CLONETRACK\" annotate - "
    let shown = try run(command + "-o '\(fixture.path("a.tsv"))'")
    #expect(shown.contains("\r") && shown.hasSuffix("\r\u{1B}[K"), "\(shown.debugDescription)")
    #expect(shown.contains(" reads/s"), "\(shown.debugDescription)")
    #expect(try run(command + "--quiet -o '\(fixture.path("b.tsv"))'").isEmpty)
    #expect(try run(command + "-o '\(fixture.path("c.tsv"))' 2>&1 | cat").isEmpty)
  }
}
