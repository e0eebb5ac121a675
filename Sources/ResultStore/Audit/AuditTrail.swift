import Crypto
package import Diagnostics
import Files
import FoundationEssentials
package import Records

/// The history of a result folder: `audit.jsonl`, one line a run, each holding the digest of the
/// line before, so that no line can change without the next one telling.
package struct AuditTrail: Sendable {
  /// The file's name in the result folder.
  static let name = "audit.jsonl"

  /// The result folder.
  package let folder: String
  /// The entries that could be read, in order.
  package private(set) var entries: [AuditEntry] = []
  /// What is wrong with the trail itself; empty if it is whole.
  package private(set) var faults: [Diagnostic] = []
  /// The sha256 of the last line; zeros without one.
  ///
  /// Whoever keeps this digest elsewhere can tell later that no line at the end was taken away.
  package private(set) var head = AuditEntry.noDigest

  /// Reads the trail of a folder; a folder without one has no entries.
  ///
  /// - Throws: `FILE-MISSING` if the file is there and cannot be read.
  package init(folder: String) throws(Diagnostic) {
    self.folder = folder
    guard FileSystemEntry(path: path).kind != .absent else { return }
    let lines = try InputFile.bytes(of: path).split(
      separator: UInt8(ascii: "\n"),
      omittingEmptySubsequences: false
    )
    if lines.last?.isEmpty == false {
      report("the last line has no end, expected a line end after every entry", lines.count)
    }
    for (place, line) in lines.enumerated() where !(line.isEmpty && place == lines.count - 1) {
      take(Array(line), number: place + 1)
    }
  }

  /// The path of the file.
  package var path: String { FileSystemEntry(path: folder).appending(Self.name).path }

  /// The results that stand, by path relative to the folder.
  package var results: [String: RunRecord.FileRecord] {
    entries.reduce(into: [:]) { results, entry in
      for old in entry.superseded { results[old.path] = nil }
      for result in entry.results { results[result.path] = result }
    }
  }

  /// The results that were superseded, at the place where they are kept.
  package var superseded: [AuditEntry.Superseded] { entries.flatMap(\.superseded) }

  /// Adds an entry at the end of the file.
  ///
  /// - Parameter entry: The entry; its number and its digests are filled in here.
  /// - Throws: `AUDIT-CHAIN` if the trail is broken, `FILE-WRITE` if the line does not reach the
  ///   disk.
  mutating func append(_ entry: AuditEntry) throws(Diagnostic) {
    if let fault = faults.first { throw fault }
    var entry = entry
    entry.sequence = entries.count + 1
    entry.previous = head
    entry = try entry.sealed()
    let line = try entry.line()
    do throws(SystemFault) {
      try OutputDescriptor(appending: path).writeAndSynchronize((line + [0x0A]).span)
    } catch {
      throw Diagnostic(
        code: "FILE-WRITE",
        message: "the audit trail cannot be written: \(error.words)",
        location: .init(path: path)
      )
    }
    FileSystemEntry(path: folder).synchronizeFolder()
    entries.append(entry)
    head = SHA256.hash(data: line).hexadecimal
  }

  private mutating func take(_ line: [UInt8], number: Int) {
    defer { head = SHA256.hash(data: line).hexadecimal }
    guard let entry = try? JSONDecoder().decode(AuditEntry.self, from: Data(line)),
      entry.schema == AuditEntry.schemaName
    else {
      report("the line is no entry of \(AuditEntry.schemaName)", number)
      return
    }
    if entry.sequence != number {
      report("the entry has the number \(entry.sequence), expected \(number)", number)
    }
    if entry.previous != head {
      report("prev_sha256 is not that of the line before, which was changed or removed", number)
    }
    // An entry that cannot be sealed is not the one that was written.
    if (try? entry.sealed().line()) != line {
      report("entry_sha256 is not that of the line, which was changed", number)
    }
    entries.append(entry)
  }

  private mutating func report(_ message: String, _ line: Int) {
    faults.append(
      Diagnostic(code: "AUDIT-CHAIN", message: message, location: .init(path: path, line: line))
    )
  }
}
