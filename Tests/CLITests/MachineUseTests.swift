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

  /// The fields that a schema of the repository asks for.
  private func required(_ name: String, _ part: String? = nil) throws -> Set<String> {
    let path = ReadFixture.patient + "/../../schemas/\(name).schema.json"
    var schema = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
        as? [String: Any]
    )
    if let part {
      let parts = try #require(schema["$defs"] as? [String: Any])
      schema = try #require(parts[part] as? [String: Any])
    }
    return Set(try #require(schema["required"] as? [String]))
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("codes have the fields of their schema")
  func codesSchema() throws {
    let listing = try object(try BuiltProgram.run(["explain", "--json"]).output)
    #expect(try Set(listing.keys) == required("codes"))
    let codes = try #require(listing["codes"] as? [[String: Any]])
    for code in codes { #expect(try Set(code.keys) == required("codes", "code")) }
  }

  @Test("a germline set is listed and checked as JSON")
  func germline() throws {
    let plain = try object(try BuiltProgram.run(["germline", "list", "--json"]).output)
    #expect(try Set(plain.keys) == required("germline"))
    #expect(plain["alleles"] is NSNull && plain["verification"] is NSNull)
    let full = try object(try BuiltProgram.run(["germline", "list", "--alleles", "--json"]).output)
    let alleles = try #require(full["alleles"] as? [[String: Any]])
    let rows = try BuiltProgram.run(["germline", "list", "--alleles"]).output.split(separator: "\n")
    #expect(alleles.count == rows.count - 1)
    let wrong = try BuiltProgram.run(["germline", "verify", "--sha256", "00", "--json"])
    #expect(wrong.status == 65)
    let checked = try #require(try object(wrong.output)["verification"] as? [String: Any])
    #expect(checked["usable"] as? Bool == false)
    let codes = (checked["findings"] as? [[String: Any]])?.compactMap { $0["code"] as? String }
    #expect(codes?.first == "GERM-CHECKSUM")
  }

  @Test("report and verify say as JSON what they wrote and found")
  func results() throws {
    let fixture = try ReadFixture()
    let files = try ["R1.fastq", "R2.fastq"].map { try fixture.file($0, []) }
    #expect(try BuiltProgram.run(fixture.baseline(files[0], files[1])).status == 0)
    let folder = fixture.path("out")
    let pages = fixture.path("pages")
    let made = try object(try BuiltProgram.run(["report", folder, "-o", pages, "--json"]).output)
    #expect(try Set(made.keys) == required("report"))
    for file in try #require(made["files"] as? [String]) {
      #expect(FileManager.default.fileExists(atPath: pages + "/" + file), "\(file)")
    }
    let whole = try object(try BuiltProgram.run(["verify", folder, "--json"]).output)
    #expect(try Set(whole.keys) == required("verification"))
    #expect(whole["intact"] as? Bool == true && whole["trail"] is NSNull)
    _ = try fixture.file("out/report.html", "other".utf8)
    let changed = try BuiltProgram.run(["verify", folder, "--json"])
    #expect(changed.status == 65)
    let record = try object(changed.output)
    let faults = try #require(record["faults"] as? [[String: Any]])
    #expect(record["intact"] as? Bool == false && faults.count == 1)
    #expect(faults.first?["path"] as? String == folder + "/report.html")
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
