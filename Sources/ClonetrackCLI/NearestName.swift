/// Finds the name that a mistyped one was probably meant to be.
enum NearestName {
  /// The candidate with the fewest edits from `name`, the earlier one of two; `nil` if even that one
  /// would need more edits than a third of its letters.
  static func of(_ name: String, in candidates: [String]) -> String? {
    var best: (candidate: String, edits: Int)?
    for candidate in candidates {
      let edits = editDistance(Array(name.utf8), Array(candidate.utf8))
      guard edits <= max(1, candidate.utf8.count / 3) else { continue }
      if best.map({ edits < $0.edits }) ?? true { best = (candidate, edits) }
    }
    return best?.candidate
  }

  /// Levenshtein's distance: the fewest insertions, deletions and substitutions of one byte.
  static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (line, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for column in right.indices {
        let substituted = diagonal + (byte == right[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(substituted, diagonal + 1, row[column] + 1)
      }
    }
    return row[right.count]
  }
}
