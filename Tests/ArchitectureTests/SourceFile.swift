import Foundation
import Testing

/// A Swift source of this package, read as text.
struct SourceFile: CustomTestStringConvertible, Sendable {
  /// The path below the package's root.
  var path: String
  /// The target whose folder holds the file.
  var target: String
  /// The lines, without their ends.
  var lines: [Substring]

  /// What a test report calls the file.
  var testDescription: String { path }

  /// The modules the file imports, access level and attributes aside.
  var imports: [String] {
    lines.compactMap { line in
      line.prefixMatch(of: #/(?:@\w+ )*(?:(?:public|package|internal|private) )?import (\w+)/#)
        .map { String($0.output.1) }
    }
  }

  /// The lines with comments and the contents of one-line string literals taken out, so that
  /// words in prose do not count as code.
  var code: [String] {
    lines.map { line in
      String(line)
        .replacing(#/"(?:[^"\\]|\\.)*"/#, with: "\"\"")
        .replacing(#/\/\/.*/#, with: "")
    }
  }
}

/// The package as it lies on disk.
enum PackageSources {
  /// The package's root, three folders above this file.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every Swift file below `Sources`, ordered by path.
  static let files: [SourceFile] = {
    let folder = root.appending(path: "Sources")
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (found?.allObjects ?? [])
      .compactMap { $0 as? URL }
      .filter { $0.pathExtension == "swift" }
      .compactMap { url -> SourceFile? in
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
        let parts = url.path().split(separator: "/")
        guard let sources = parts.lastIndex(of: "Sources"), sources + 2 < parts.endIndex
        else { return nil }
        return SourceFile(
          path: parts[sources...].joined(separator: "/"),
          target: String(parts[sources + 1]),
          lines: text.split(separator: "\n", omittingEmptySubsequences: false)
        )
      }
      .sorted { $0.path < $1.path }
  }()

  /// The text of Package.swift.
  static func manifest() throws -> String {
    try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
  }
}
