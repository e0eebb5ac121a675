/// The standard genetic code (NCBI translation table 1).
public enum GeneticCode {
  /// The amino acids of all codons, first base in the slowest place, bases in the order A, C, G, T.
  private static let aminoAcids = Array(
    "KNKNTTTTRSRSIIMIQHQHPPPPRRRRLLLLEDEDAAAAGGGGVVVV*Y*YSSSS*CWCLFLF".utf8
  )

  /// The one-letter amino acid of a codon given as base codes; `*` for a stop, `X` if a base is
  /// unknown.
  public static func aminoAcid(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt8 {
    guard first < 4, second < 4, third < 4 else { return UInt8(ascii: "X") }
    return aminoAcids[Int(first) * 16 + Int(second) * 4 + Int(third)]
  }

  /// The translation of whole codons; a trailing incomplete codon is left out.
  public static func translate(_ codes: some RandomAccessCollection<UInt8>) -> String {
    var letters: [UInt8] = []
    var index = codes.startIndex
    while codes.distance(from: index, to: codes.endIndex) >= 3 {
      let second = codes.index(after: index)
      let third = codes.index(after: second)
      letters.append(aminoAcid(codes[index], codes[second], codes[third]))
      index = codes.index(after: third)
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
