import SequenceIO

/// Bytes as bgzip stores them, each piece a block, made without the code under test.
enum BGZFText {
  /// The block that ends a file (SAM specification, section 4.1.2).
  static let endOfFile: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x04, 0, 0, 0, 0, 0, 0xFF, 0x06, 0, 0x42, 0x43, 0x02, 0, 0x1B, 0, 0x03, 0, 0,
    0, 0, 0, 0, 0, 0, 0,
  ]

  /// One block; the extra fields of others may stand before and behind its length.
  static func block(_ contents: [UInt8], level: Int = 6, otherFields: Bool = false) -> [UInt8] {
    let body = GzipDeflater.member(contents.span, level: level).dropFirst(10)
    let other: [UInt8] = otherFields ? [0x58, 0x59, 3, 0, 1, 2, 3] : []
    let length = 18 + 2 * other.count + body.count - 1
    precondition(length < 1 << 16, "the piece is too long for a block")
    let extra = other + [0x42, 0x43, 2, 0, UInt8(length & 255), UInt8(length >> 8)] + other
    return [0x1F, 0x8B, 8, 4, 0, 0, 0, 0, 0, 0xFF, UInt8(extra.count), 0] + extra + body
  }

  /// Contents cut into blocks at random places, some of them empty, without the end's block.
  static func blocks(
    _ contents: [UInt8],
    count: Int,
    using random: inout SeededGenerator
  ) -> [[UInt8]] {
    let borders =
      [0, contents.count]
      + (1..<count).map { _ in Int.random(in: 0...contents.count, using: &random) }
    let sorted = borders.sorted()
    return zip(sorted, sorted.dropFirst()).flatMap { start, end in
      stride(from: start, to: max(end, start + 1), by: 30_000).map {
        block(
          Array(contents[$0..<min($0 + 30_000, end)]),
          level: Int.random(in: 0...9, using: &random),
          otherFields: Int.random(in: 0..<8, using: &random) == 0
        )
      }
    }
  }
}
