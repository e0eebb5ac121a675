import Nucleotides

/// Possible parents, found by a part of their window: with fewer differences than parts one part is
/// whole, and with one base more or less the first or the last part is.
struct ParentIndex {
  private struct Key: Hashable {
    var type: Int
    var length: Int
    var part: Int
    var bases: ArraySlice<UInt8>
  }

  private let parts: Int
  private let fewestReads: Int
  private var members: [Key: [Int]] = [:]
  /// Every clonotype by its whole window, for the same junction under other genes.
  private var whole: [Key: [Int]] = [:]

  init(parts: Int, fewestReads: Int) {
    (self.parts, self.fewestReads) = (parts, fewestReads)
  }

  mutating func add(_ clonotype: Clonotype, _ index: Int) {
    whole[key(clonotype, part: -1), default: []].append(index)
    guard clonotype.duplicateCount >= fewestReads else { return }
    for part in 0..<parts { members[key(clonotype, part: part), default: []].append(index) }
  }

  func candidates(for child: Clonotype, _ body: (Int) -> Void) {
    for candidate in whole[key(child, part: -1)] ?? [] { body(candidate) }
    for part in 0..<parts {
      for candidate in members[key(child, part: part)] ?? [] { body(candidate) }
    }
    guard parts > 1 else { return }
    for length in [child.window.count - 1, child.window.count + 1] where length > parts {
      for candidate in members[ends(child, length, part: 0)] ?? [] { body(candidate) }
      for candidate in members[ends(child, length, part: parts - 1)] ?? [] { body(candidate) }
    }
  }

  /// The key of a parent of another length that shares the child's first or last bases.
  private func ends(_ child: Clonotype, _ length: Int, part: Int) -> Key {
    let codes = child.window.codes
    let size = length * (part + 1) / parts - length * part / parts
    return Key(
      type: child.type.ordinal,
      length: length,
      part: part,
      bases: part == 0 ? codes[0..<min(size, codes.count)] : codes[max(0, codes.count - size)...]
    )
  }

  private func key(_ clonotype: Clonotype, part: Int) -> Key {
    let codes = clonotype.window.codes
    let range =
      part < 0
      ? 0..<codes.count : (codes.count * part / parts)..<(codes.count * (part + 1) / parts)
    return Key(
      type: clonotype.type.ordinal,
      length: codes.count,
      part: part,
      bases: codes[range]
    )
  }
}
