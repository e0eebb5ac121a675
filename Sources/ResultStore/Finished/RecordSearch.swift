package import Diagnostics
import Files
import FoundationEssentials
import Records

/// The folders below others that hold a record.
package struct RecordSearch {
  /// How each folder is called in messages, by its path free of symbolic links.
  private var shown: [String: String] = [:]
  /// The record files in each folder.
  private var records: [String: Set<String>] = [:]

  private static let names: Set<String> = [
    BatchRecord.fileName, FollowupRecord.fileName, BaselineRecord.fileName,
  ]

  /// Nothing looked through yet.
  package init() {}

  /// Looks through a folder and everything below; hidden folders are left out.
  ///
  /// - Parameter path: The folder as the user named it.
  /// - Throws: `FILE-MISSING` if it is no folder, or there is no record in it.
  package mutating func add(_ path: String) throws(Diagnostic) {
    guard FileSystemEntry(path: path).kind == .folder else {
      throw Self.missing("the folder does not exist or is none", path)
    }
    var trimmed = Substring(path)
    while trimmed.count > 1, trimmed.last == "/" { trimmed.removeLast() }
    var passed: Set<String> = []
    guard try visit(String(trimmed), passed: &passed) else {
      throw Self.missing(
        "the folder holds none of \(Self.names.sorted().joined(separator: ", "))",
        path
      )
    }
  }

  /// The folders that hold a record of a name, with how messages call them, sorted by path.
  package func folders(holding name: String) -> [(folder: String, shown: String)] {
    records.filter { $0.value.contains(name) }.keys.sorted().map { ($0, shown[$0] ?? $0) }
  }

  /// Whether the folder or one below it holds a record.
  private mutating func visit(
    _ path: String,
    passed: inout Set<String>
  ) throws(Diagnostic) -> Bool {
    let folder = Self.canonical(path)
    guard passed.insert(folder).inserted else { return false }
    let entries: [String]
    do {
      entries = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw Self.missing("the folder cannot be read", path)
    }
    // Equal results need equal names in messages, whatever the order of the folders given.
    shown[folder] = shown[folder].map { min($0, path) } ?? path
    var held = Self.names.intersection(entries)
    held = held.filter { FileSystemEntry(path: path + "/" + $0).kind == .file }
    if !held.isEmpty { records[folder] = held }
    var isFound = !held.isEmpty
    for entry in entries.sorted() where !entry.hasPrefix(".") {
      let below = path + "/" + entry
      guard FileSystemEntry(path: below).kind == .folder else { continue }
      if try visit(below, passed: &passed) { isFound = true }
    }
    return isFound
  }

  /// Whether a folder holds results that others have taken the place of.
  package static func isSuperseded(_ folder: String) -> Bool {
    let parts = folder.split(separator: "/")
    return attic(parts) != parts.endIndex
  }

  /// What a run is called whose sample sheet does not say: its folder.
  static func runName(_ batch: String) -> String {
    let parts = batch.split(separator: "/")
    return parts[..<attic(parts)].last.map(String.init) ?? ""
  }

  /// Where in a path superseded results begin, as in `RUN/superseded/0002/SAMPLE`; its end if there
  /// are none.
  private static func attic(_ parts: [Substring]) -> Int {
    parts.indices.dropLast().first { index in
      parts[index] == "superseded" && parts[index + 1].allSatisfy(\.isNumber)
    } ?? parts.endIndex
  }

  private static func missing(_ message: String, _ path: String) -> Diagnostic {
    Diagnostic(
      code: "FILE-MISSING",
      message: message,
      location: .init(path: path),
      suggestion: "Give the results of 'clonetrack batch', 'baseline' or 'followup'."
    )
  }

  /// A path without symbolic links and without parts such as `..`.
  package static func canonical(_ path: String) -> String {
    let resolved = URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
    return resolved.count > 1 && resolved.hasSuffix("/") ? String(resolved.dropLast()) : resolved
  }

  /// A path seen from a folder; both free of symbolic links.
  package static func relative(_ path: String, to folder: String) -> String {
    let parts = path.split(separator: "/")
    let base = folder.split(separator: "/")
    let common = zip(parts, base).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: base.count - common)
    return (up + parts[common...].map(String.init)).joined(separator: "/")
  }
}
