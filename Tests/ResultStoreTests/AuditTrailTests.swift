import Diagnostics
import FoundationEssentials
import Records
import ResultStore
import TestSupport
import Testing

/// The history of a result folder, whole and tampered with.
@Suite("Audit trail")
struct AuditTrailTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func read(_ text: String) throws -> AuditTrail {
    try scratch.write(text, to: "audit.jsonl")
    return try AuditTrail(folder: scratch.path)
  }

  /// Expects the faults, each as its line and its words.
  private func expect(_ trail: AuditTrail, _ faults: [(line: Int, words: String)]) {
    #expect(
      trail.faults.map(\.description)
        == faults.map {
          """
          error[AUDIT-CHAIN]: \($0.words)
            --> \(scratch.path("audit.jsonl")):\($0.line)
            help: Restore the trail from a copy and find out who changed it.
          """
        }
    )
  }

  private static let changed = "entry_sha256 is not that of the line, which was changed"
  private static let broken =
    "prev_sha256 is not that of the line before, which was changed or removed"
  private static let noEntry = "the line is no entry of clonetrack.audit/1"

  @Test("a whole trail has no fault; its head is the digest of the last line", arguments: 1...4)
  func whole(_ count: Int) throws {
    let lines = try AuditLines(count)
    let trail = try read(lines.text)
    expect(trail, [])
    #expect(trail.entries.map(\.sequence) == Array(1...count))
    #expect(trail.head == lines.head)
    #expect(trail.path == scratch.path("audit.jsonl"))
  }

  @Test("a folder without a trail, and an empty file, have no entries")
  func empty() throws {
    for trail in [try AuditTrail(folder: scratch.path), try read("")] {
      expect(trail, [])
      #expect(trail.entries.isEmpty)
      #expect(trail.head == String(repeating: "0", count: 64))
      #expect(trail.results.isEmpty)
    }
  }

  @Test("a changed line is reported, and the next one, which no longer fits")
  func changedLine() throws {
    var lines = try AuditLines(3)
    lines.replace("analyst", with: "nobody", inLine: 2)
    expect(try read(lines.text), [(2, Self.changed), (3, Self.broken)])
    var last = try AuditLines(3)
    last.replace("S3", with: "S4", inLine: 3)
    expect(try read(last.text), [(3, Self.changed)])
  }

  @Test("a line that was changed and given a new digest breaks the chain behind it")
  func resealed() throws {
    var lines = try AuditLines(1)
    try lines.add(results: [AuditLines.file("S9/followup.json", 1)])
    let original = try AuditLines(3)
    lines.lines.append(original.lines[2])
    expect(try read(lines.text), [(3, Self.broken)])
  }

  @Test("spaces in a line are a change")
  func spaces() throws {
    var lines = try AuditLines(2)
    lines.replace("\"actor\":", with: "\"actor\": ", inLine: 1)
    expect(try read(lines.text), [(1, Self.changed), (2, Self.broken)])
  }

  @Test("a removed line leaves a gap in the numbers and in the chain")
  func removedLine() throws {
    var lines = try AuditLines(3)
    lines.lines.remove(at: 1)
    expect(
      try read(lines.text),
      [(2, "the entry has the number 3, expected 2"), (2, Self.broken)]
    )
    var first = try AuditLines(2)
    first.lines.remove(at: 0)
    expect(
      try read(first.text),
      [(1, "the entry has the number 2, expected 1"), (1, Self.broken)]
    )
  }

  @Test("a line taken off the end is seen by who keeps the head elsewhere")
  func lostEnd() throws {
    let lines = try AuditLines(3)
    var shorter = lines
    shorter.lines.removeLast()
    let trail = try read(shorter.text)
    expect(trail, [])
    #expect(trail.head != lines.head)
  }

  @Test("lines in another order are reported")
  func swapped() throws {
    var lines = try AuditLines(3)
    lines.lines.swapAt(1, 2)
    expect(
      try read(lines.text),
      [
        (2, "the entry has the number 3, expected 2"), (2, Self.broken),
        (3, "the entry has the number 2, expected 3"), (3, Self.broken),
      ]
    )
  }

  @Test("a wrong number is reported, also in a line with its right digest")
  func wrongNumber() throws {
    var lines = try AuditLines(1)
    try lines.add(number: 7)
    try lines.add()
    expect(try read(lines.text), [(2, "the entry has the number 7, expected 2")])
  }

  @Test("a last line without an end is reported and still read")
  func noEnd() throws {
    let lines = try AuditLines(2)
    let trail = try read(String(lines.text.dropLast()))
    expect(trail, [(2, "the last line has no end, expected a line end after every entry")])
    #expect(trail.entries.count == 2)
    // A run that was killed while it wrote.
    let half = try read(String(lines.text.dropLast(20)))
    expect(
      half,
      [
        (2, "the last line has no end, expected a line end after every entry"), (2, Self.noEntry),
      ]
    )
  }

  @Test(
    "a line that is no entry is reported, with the one behind it",
    arguments: ["", " ", "{}", "null", "entry"]
  )
  func noEntryAtAll(_ line: String) throws {
    var lines = try AuditLines(2)
    lines.lines[0] = Array(line.utf8)
    expect(try read(lines.text), [(1, Self.noEntry), (2, Self.broken)])
  }

  @Test("an entry of another version is none")
  func otherSchema() throws {
    var lines = try AuditLines(1)
    lines.replace("clonetrack.audit/1", with: "clonetrack.audit/2", inLine: 1)
    let trail = try read(lines.text)
    expect(trail, [(1, Self.noEntry)])
    #expect(trail.entries.isEmpty)
  }

  @Test("a trail that cannot be read is an error")
  func unreadable() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.path("audit.jsonl"),
      withIntermediateDirectories: false
    )
    let error = try #require(throws: Diagnostic.self) { _ = try AuditTrail(folder: scratch.path) }
    #expect(
      error.description == """
        error[FILE-MISSING]: there is a folder, expected a file
          --> \(scratch.path("audit.jsonl"))
          help: Name the file in it.
        """
    )
  }

  @Test("the results that stand are the last of each path, those that went left out")
  func results() throws {
    var lines = try AuditLines(2)
    let moved = AuditEntry.Superseded(
      path: "S1/followup.json",
      movedTo: "superseded/0003/S1/followup.json",
      sha256: String(repeating: "a", count: 64)
    )
    try lines.add(results: [AuditLines.file("S2/followup.json", 77)], superseded: [moved])
    let trail = try read(lines.text)
    expect(trail, [])
    #expect(trail.results == ["S2/followup.json": AuditLines.file("S2/followup.json", 77)])
    #expect(trail.superseded == [moved])
    // A path that went may come back.
    try lines.add(results: [AuditLines.file("S1/followup.json", 5)])
    #expect(try read(lines.text).results["S1/followup.json"]?.size == 5)
  }
}
