import Crypto
import FoundationEssentials
import Records
import TestSupport

/// Lines of an audit trail, made without the trail.
struct AuditLines {
  var lines: [[UInt8]] = []

  /// A trail of some runs, each of which made one file.
  init(_ count: Int) throws {
    for number in 1...max(1, count) where number <= count {
      try add(results: [Self.file("S\(number)/followup.json", number)])
    }
  }

  static func file(_ path: String, _ size: Int) -> RunRecord.FileRecord {
    RunRecord.FileRecord(path: path, size: size, sha256: String(repeating: "a", count: 64))
  }

  static func digest(_ line: [UInt8]) -> String {
    SHA256.hash(data: line).map { String($0, radix: 16).leftPadded }.joined()
  }

  /// The sha256 of the last line; zeros without one.
  var head: String { lines.last.map { Self.digest($0) } ?? String(repeating: "0", count: 64) }

  /// Adds the line of a run.
  mutating func add(
    number: Int? = nil,
    results: [RunRecord.FileRecord] = [],
    superseded: [AuditEntry.Superseded] = []
  ) throws {
    let entry = AuditEntry(
      sequence: number ?? lines.count + 1,
      time: "2026-02-01T00:00:0\(lines.count)Z",
      actor: "analyst",
      host: "lab",
      command: ["clonetrack", "batch"],
      programVersion: "0.1.0",
      inputs: [],
      results: results,
      superseded: superseded,
      reason: superseded.isEmpty ? nil : "repeat",
      previous: head
    )
    lines.append(try entry.sealed().line())
  }

  /// Changes the letters of a line.
  mutating func replace(_ words: String, with other: String, inLine number: Int) {
    let line = String(decoding: lines[number - 1], as: UTF8.self)
    lines[number - 1] = Array(line.replacing(words, with: other).utf8)
  }

  /// The file, with an end after every line.
  var text: String { lines.map { String(decoding: $0, as: UTF8.self) + "\n" }.joined() }
}

extension String {
  fileprivate var leftPadded: String { count == 1 ? "0" + self : self }
}
