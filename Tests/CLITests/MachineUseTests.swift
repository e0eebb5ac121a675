import ClonetrackCLI
import Diagnostics
import Foundation
import Testing

@Suite("For machines")
struct MachineUseTests {
  @Test("a result is printed as its record with --json")
  func record() throws {
    let fixture = try ReadFixture()
    let files = try ["R1.fastq", "R2.fastq"].map { try fixture.file($0, []) }
    let ended = try BuiltProgram.run(fixture.baseline(files[0], files[1], "--json"))
    #expect(ended.status == 0)
    let record = try String(contentsOfFile: fixture.path("out/baseline.json"), encoding: .utf8)
    #expect(ended.output == record)
    #expect(record.contains("\"verdict\" : \"FAILED\""))
    #expect(ended.errors.hasPrefix("failure[RUN-RDS]: "))
  }

  /// What a program reads of a code.
  private struct Listing: Decodable {
    struct Entry: Decodable {
      var code: String
      var kind: String
      var severity: String
      var exit_code: Int?
      var stage: String?
      var meaning: String
      var limit: String?
      var actions: [String]
      var remedy: String
    }
    var schema: String
    var codes: [Entry]
  }

  @Test("codes are explained as JSON, one or all")
  func codes() throws {
    let all = try BuiltProgram.run(["explain", "--json"])
    let listing = try JSONDecoder().decode(Listing.self, from: Data(all.output.utf8))
    #expect(listing.schema == "clonetrack.codes/1")
    #expect(listing.codes.map(\.code) == CodeRegistry.entries.map(\.code))
    let one = try BuiltProgram.run(["explain", "dna-qty", "--json"])
    let entry = try #require(
      try JSONDecoder().decode(Listing.self, from: Data(one.output.utf8)).codes.first
    )
    #expect(entry.code == "DNA-QTY" && entry.kind == "finding" && entry.severity == "warning")
    #expect(entry.exit_code == nil && entry.stage == "DNA" && entry.actions == ["RX", "RS"])
    #expect(entry.limit == "2.996 / N above the primary cutoff (1e-5)")
    let error = try #require(listing.codes.first { $0.code == "FILE-EXISTS" })
    #expect(error.kind == "error" && error.exit_code == 73 && error.limit == nil)
    #expect(one.output.contains("\"exit_code\" : null"))
  }

  @Test("shells get completions that know commands, options and values")
  func completions() throws {
    let script = try BuiltProgram.run(["--generate-completion-script", "bash"]).output
    let fixture = try ReadFixture()
    let path = try fixture.file("clonetrack.bash", script.utf8)
    func completed(_ words: String...) throws -> Set<String> {
      let line = "clonetrack " + words.joined(separator: " ")
      let program = """
        source '\(path)'
        function=$(complete -p clonetrack | sed 's/.*-F \\([^ ]*\\).*/\\1/')
        COMP_WORDS=(clonetrack \(words.map { "'\($0)'" }.joined(separator: " ")))
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_LINE='\(line)' COMP_POINT=\(line.utf8.count)
        "$function" clonetrack '\(words.last ?? "")' '\(words.dropLast().last ?? "clonetrack")'
        printf '%s\\n' "${COMPREPLY[@]}"
        """
      let ended = try BuiltProgram.run(
        ["-c", program],
        program: "/bin/bash",
        in: fixture.folder
      )
      return Set(ended.output.split { $0.isWhitespace }.map(String.init))
    }
    #expect(try completed("fo") == ["followup"])
    #expect(try completed("followup", "--base") == ["--baseline"])
    #expect(try completed("followup", "--fail-on", "w") == ["warning"])
    #expect(try completed("germline", "ver") == ["verify"])
    for (shell, mark) in [("zsh", "#compdef clonetrack"), ("fish", "complete -c 'clonetrack'")] {
      let text = try BuiltProgram.run(["--generate-completion-script", shell]).output
      #expect(text.contains(mark), "\(shell)")
    }
  }
}
