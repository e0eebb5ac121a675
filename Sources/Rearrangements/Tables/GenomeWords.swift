import Nucleotides

/// The words of a circular genome on both strands, by which its reads are recognised.
package struct GenomeWords: Sendable {
  /// Bases of a word: random bases hit one of phiX174's 10,772 in a try of 400,000.
  ///
  /// Chosen here.
  package static let length = 16
  /// Bases from one word of a read that is looked up to the next, nt.
  ///
  /// Chosen here, for speed.
  private static let step = 4
  /// Words that a read of the genome must share: three are there by chance in no read.
  ///
  /// Chosen here.
  private static let minimumSharedWords = 3
  /// One in so many of the words looked up must be the genome's: at 5 % errors nearly one in two
  /// is, and few reads have so many that none is left.
  ///
  /// Chosen here.
  private static let maximumWordsPerShared = 8

  /// The words as numbers of two bits a base, in ascending order.
  private let words: [UInt32]

  /// Cuts a genome into its words.
  ///
  /// - Parameter genome: Base codes; words that hold an unknown base are left out.
  package init(circular genome: [UInt8]) {
    let around = genome + genome.prefix(Self.length - 1)
    let forward = Self.words(of: around.span)
    let back = Array(around.reversed().map(complement))
    words = Set(forward + Self.words(of: back.span)).sorted()
  }

  /// Whether a read, on either strand, is one of the genome.
  package func hold(_ read: Span<UInt8>) -> Bool {
    var (tried, found) = (0, 0)
    for start in stride(from: 0, through: read.count - Self.length, by: Self.step) {
      tried += 1
      if let word = Self.word(of: read, at: start), contains(word) { found += 1 }
    }
    return found >= Self.minimumSharedWords && Self.maximumWordsPerShared * found >= tried
  }

  private func contains(_ word: UInt32) -> Bool {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low < words.count && words[low] == word
  }

  private static func words(of codes: Span<UInt8>) -> [UInt32] {
    (0...max(0, codes.count - length)).compactMap { word(of: codes, at: $0) }
  }

  /// The word at an offset; `nil` if it leaves the bases or holds an unknown one.
  private static func word(of codes: Span<UInt8>, at start: Int) -> UInt32? {
    guard start + length <= codes.count else { return nil }
    var word: UInt32 = 0
    for position in start..<(start + length) {
      guard codes[position] < 4 else { return nil }
      word = word << 2 | UInt32(codes[position])
    }
    return word
  }
}
