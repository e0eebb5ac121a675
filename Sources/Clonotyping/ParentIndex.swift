import Nucleotides

/// Possible parents, found by a part of their window: with fewer differences than parts one part is
/// whole, and with one base more or less the first or the last part is.
///
/// Parts are known by 64 bits: whoever asks must compare what is found.
struct ParentIndex {
  private let parts: Int
  private var members: [UInt64: [Int]] = [:]
  /// By the whole window, for the same junction under other genes.
  private var whole: [UInt64: [Int]] = [:]

  /// An empty index of so many parts of a window.
  init(parts: Int) { self.parts = parts }

  /// Adds a parent, which is known by `index` from now on.
  mutating func add(_ clonotype: Clonotype, _ index: Int) {
    whole[key(clonotype, part: -1), default: []].append(index)
    for part in 0..<parts { members[key(clonotype, part: part), default: []].append(index) }
  }

  /// Sets `found` to the clonotypes that may be a child's parents; some may come twice.
  func candidates(for child: Clonotype, into found: inout [Int]) {
    found.removeAll(keepingCapacity: true)
    if let same = whole[key(child, part: -1)] { found += same }
    guard !members.isEmpty else { return }
    for part in 0..<parts {
      if let near = members[key(child, part: part)] { found += near }
    }
    guard parts > 1 else { return }
    for length in [child.window.count - 1, child.window.count + 1] where length > parts {
      if let near = members[ends(child, length, part: 0)] { found += near }
      if let near = members[ends(child, length, part: parts - 1)] { found += near }
    }
  }

  /// The key of a parent of another length that shares the child's first or last bases.
  private func ends(_ child: Clonotype, _ length: Int, part: Int) -> UInt64 {
    let count = child.window.count
    let size = length * (part + 1) / parts - length * part / parts
    let range = part == 0 ? 0..<min(size, count) : max(0, count - size)..<count
    return key(child, length: length, part: part, range)
  }

  private func key(_ clonotype: Clonotype, part: Int) -> UInt64 {
    let count = clonotype.window.count
    let range = part < 0 ? 0..<count : (count * part / parts)..<(count * (part + 1) / parts)
    return key(clonotype, length: count, part: part, range)
  }

  /// FNV-1a over type, length, part and bases; the same in every run.
  private func key(
    _ clonotype: Clonotype,
    length: Int,
    part: Int,
    _ range: Range<Int>
  ) -> UInt64 {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    state = (state ^ UInt64(clonotype.type.ordinal)) &* 0x100_0000_01B3
    state = (state ^ UInt64(length)) &* 0x100_0000_01B3
    state = (state ^ UInt64(part + 1)) &* 0x100_0000_01B3
    let codes = clonotype.window.codes.span
    for place in range { state = (state ^ UInt64(codes[place])) &* 0x100_0000_01B3 }
    return state ^ state >> 29
  }
}
