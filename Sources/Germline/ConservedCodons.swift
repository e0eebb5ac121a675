import Nucleotides

/// Searches for the codons that bound a junction.
enum ConservedCodons {
  /// How far before the 3′ end of an ungapped V its Cys104 is searched, in nt.
  ///
  /// The bases of a germline V after Cys104 number 8 to 26 in the AIRR Community human sets; twice
  /// that, chosen here, also holds V genes that end in flanking bases.
  static let cysteineWindow = 52

  /// Whether a codon is TGT or TGC.
  static func isCysteine(at offset: Int, in codes: [UInt8]) -> Bool {
    aminoAcid(at: offset, in: codes) == UInt8(ascii: "C")
  }

  /// The 0-based offset of the Trp or Phe of the first `[WF]GxG` of a J; `nil` if there is none.
  ///
  /// A match in the reading frame of a J that ends on the first base of a codon, as all human J
  /// genes do, goes before any other.
  static func tryptophanOrPhenylalanine118(in codes: [UInt8]) -> Int? {
    let hits = codes.indices.filter { offset in
      let first = aminoAcid(at: offset, in: codes)
      return (first == UInt8(ascii: "W") || first == UInt8(ascii: "F"))
        && aminoAcid(at: offset + 3, in: codes) == UInt8(ascii: "G")
        && aminoAcid(at: offset + 9, in: codes) == UInt8(ascii: "G")
    }
    return hits.first { (codes.count - $0) % 3 == 1 } ?? hits.first
  }

  /// The 0-based offset of the Cys of the last `Y[YF]C` near the 3′ end of a V; `nil` if there is
  /// none.
  ///
  /// A match in the frame of the first base goes before any other.
  static func cysteine104(in codes: [UInt8]) -> Int? {
    let hits = codes.indices.suffix(cysteineWindow).filter { offset in
      let before = aminoAcid(at: offset - 3, in: codes)
      return isCysteine(at: offset, in: codes)
        && (before == UInt8(ascii: "Y") || before == UInt8(ascii: "F"))
        && aminoAcid(at: offset - 6, in: codes) == UInt8(ascii: "Y")
    }
    return hits.last { $0 % 3 == 0 } ?? hits.last
  }

  private static func aminoAcid(at offset: Int, in codes: [UInt8]) -> UInt8? {
    guard offset >= 0, offset + 3 <= codes.count else { return nil }
    return GeneticCode.aminoAcid(codes[offset], codes[offset + 1], codes[offset + 2])
  }
}
