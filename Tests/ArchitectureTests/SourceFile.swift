import Foundation
import Testing

/// A Swift source of this package, read as text.
struct SourceFile: CustomTestStringConvertible, Sendable {
  /// The path below the package's root.
  let path: String
  /// The target whose folder holds the file.
  let target: String
  /// Its contents.
  let text: String
  /// The lines, without their ends.
  let lines: [Substring]
  /// The lines with comments and the contents of literals taken out, so that words in prose do not
  /// count as code.
  let code: [Substring]

  /// - Parameters:
  ///   - path: The path below the package's root: `Sources` or `Tests`, the target, the file.
  ///   - text: Its contents.
  init(path: String, text: String) {
    self.path = path
    self.text = text
    target = path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    code = SwiftCode.stripped(text).split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// What a test report calls the file.
  var testDescription: String { path }

  /// The folder directly below the target's; `nil` if the file lies beside them.
  var folder: String? {
    let parts = path.split(separator: "/")
    return parts.count > 3 ? String(parts[2]) : nil
  }

  /// The words of the code.
  var words: [Word] { SwiftCode.words(of: code.joined(separator: "\n")) }

  /// The modules the file imports.
  var imports: [String] {
    let words = words
    return zip(words, words.dropFirst()).compactMap { word, next in
      word.text == "import" && word.depth == 0 && next.line == word.line ? next.text : nil
    }
  }
}

/// The package as it lies on disk.
enum PackageSources {
  /// The package's root, three folders above this file.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every Swift file below `Sources`, ordered by path.
  static let files = files(below: "Sources")

  /// Every Swift file below `Tests`, ordered by path.
  static let tests = files(below: "Tests")

  private static func files(below place: String) -> [SourceFile] {
    let folder = root.appending(path: place)
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (found?.allObjects ?? [])
      .compactMap { $0 as? URL }
      .filter { $0.pathExtension == "swift" }
      .compactMap { url -> SourceFile? in
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
        let parts = url.path().split(separator: "/")
        guard let start = parts.lastIndex(of: Substring(place)), start + 2 < parts.endIndex
        else { return nil }
        return SourceFile(path: parts[start...].joined(separator: "/"), text: text)
      }
      .sorted { $0.path < $1.path }
  }

  /// The text of Package.swift.
  static func manifest() throws -> String {
    try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
  }
}
