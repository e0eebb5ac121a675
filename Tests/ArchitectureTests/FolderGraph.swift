/// Which folders inside a target name the types of which.
///
/// A folder is one directly below the target's; the files beside the folders make up one more,
/// named as the target.
struct FolderGraph {
  /// One folder's use of another.
  private struct Arrow: Hashable {
    var from: String
    var to: String
  }

  /// The target.
  let target: String
  /// The names behind each arrow, as "file names Type of Folder".
  private var uses: [Arrow: Set<String>] = [:]

  /// - Parameters:
  ///   - target: The target.
  ///   - files: Its sources.
  init(target: String, files: [SourceFile]) {
    self.target = target
    let files = files.map { FolderFile($0) }
    var homes: [String: String] = [:]
    for file in files { for name in file.shared { homes[name] = file.folder } }
    for file in files {
      for word in file.names {
        guard let home = homes[word], home != file.folder else { continue }
        uses[Arrow(from: file.folder, to: home), default: []]
          .insert("\(file.path) names \(word) of \(home)")
      }
    }
  }

  /// How many pairs of folders have an arrow.
  var arrowCount: Int { uses.count }

  /// The circles, each as the uses that make it up.
  var circles: [String] {
    let folders = Set(uses.keys.flatMap { [$0.from, $0.to] }).sorted()
    let reached = Dictionary(uniqueKeysWithValues: folders.map { ($0, reach(of: $0)) })
    var seen: Set<String> = []
    return folders.compactMap { folder in
      guard seen.insert(folder).inserted, reached[folder]?.contains(folder) == true
      else { return nil }
      let circle = folders.filter {
        reached[folder]?.contains($0) == true && reached[$0]?.contains(folder) == true
      }
      seen.formUnion(circle)
      let inside = uses.filter { circle.contains($0.key.from) && circle.contains($0.key.to) }
      return "\(target): \(circle.joined(separator: ", ")): "
        + inside.values.flatMap { $0 }.sorted().joined(separator: "; ")
    }
  }

  /// The folders that a folder leads to by one arrow or more.
  private func reach(of folder: String) -> Set<String> {
    var reached: Set<String> = []
    var open = [folder]
    while let next = open.popLast() {
      for arrow in uses.keys where arrow.from == next && reached.insert(arrow.to).inserted {
        open.append(arrow.to)
      }
    }
    return reached
  }
}

/// What a file declares for other files and names.
private struct FolderFile {
  let path: String
  let folder: String
  /// The types and functions at the top level that other files see.
  private(set) var shared: Set<String> = []
  /// The types, and the functions called without a value before them, that the file names and does
  /// not declare.
  private(set) var names: Set<String> = []

  init(_ file: SourceFile) {
    path = file.path
    folder = file.folder ?? file.target
    let words = file.words
    var own: Set<String> = []
    for (index, word) in words.enumerated() where Self.kinds.contains(word.text) {
      guard word.before != ".", index + 1 < words.count else { continue }
      let name = words[index + 1]
      // `func ==` has no word of its own, and `class func` declares no class.
      guard name.before == "a", !Self.kinds.contains(name.text) else { continue }
      own.insert(name.text)
      if word.depth == 0, index == 0 || !Self.hidden.contains(words[index - 1].text) {
        shared.insert(name.text)
      }
    }
    for (index, word) in words.enumerated() where !own.contains(word.text) {
      let isMember = word.before == "." && words[index - 1].text != file.target
      let isType = word.text.first?.isUppercase == true
      if !isMember, isType || word.after == "(" { names.insert(word.text) }
    }
  }

  private static let kinds: Set = [
    "struct", "enum", "class", "protocol", "actor", "typealias", "func",
  ]
  private static let hidden: Set = ["private", "fileprivate"]
}
