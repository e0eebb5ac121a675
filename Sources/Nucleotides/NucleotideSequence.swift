/// A stretch of DNA, one base code a byte (A 0, C 1, G 2, T 3, unknown 4).
///
/// For what lives long or is few: germline alleles, junctions, signatures. Reads stay spans of
/// bytes in their batch.
public struct NucleotideSequence: Hashable, Sendable {
  /// The base codes, 5′ to 3′.
  public var codes: [UInt8]

  /// Creates a sequence from base codes.
  public init(codes: [UInt8] = []) { self.codes = codes }

  /// Creates a sequence from letters of either case; `nil` if one of them is no IUPAC base.
  public init?(_ letters: some StringProtocol) {
    var codes: [UInt8] = []
    codes.reserveCapacity(letters.utf8.count)
    for letter in letters.utf8 {
      let code = baseCodes[Int(letter)]
      guard code <= unknownBase else { return nil }
      codes.append(code)
    }
    self.codes = codes
  }

  /// How many bases there are.
  public var count: Int { codes.count }

  /// Whether there is no base.
  public var isEmpty: Bool { codes.isEmpty }

  /// The same molecule read from the other strand.
  public var reverseComplement: NucleotideSequence {
    NucleotideSequence(codes: codes.reversed().map(complement))
  }

  /// The bases of a half-open range of offsets.
  public subscript(range: Range<Int>) -> NucleotideSequence {
    NucleotideSequence(codes: Array(codes[range]))
  }
}

extension NucleotideSequence: CustomStringConvertible, Comparable {
  /// The bases as upper-case letters, `N` for an unknown one.
  public var description: String {
    String(decoding: codes.map(baseLetter), as: UTF8.self)
  }

  /// Orders sequences like their letters would be ordered.
  public static func < (left: Self, right: Self) -> Bool {
    left.codes.lexicographicallyPrecedes(right.codes)
  }
}
