import Nucleotides

extension GermlineAllele {
  /// The 0-based offset of the first stop codon in the reading frame; `nil` if there is none.
  package var firstStop: Int? {
    let codes = sequence.codes
    return stride(from: frame, to: codes.count - 2, by: 3).first { offset in
      GeneticCode.aminoAcid(codes[offset], codes[offset + 1], codes[offset + 2])
        == UInt8(ascii: "*")
    }
  }
}
