import GermlineData
package import Nucleotides

/// The genome of phiX174, which sequencers are given along with libraries as a control: its reads come
/// without an index of their own and stray into samples.
package enum SequencingControl {
  /// The bases of NC_001422.1, 5,386 nt; the genome is circular.
  package static let phiX174 = NucleotideSequence(codes: codes(ofFASTA: bytes))

  /// The embedded FASTA file.
  private static var bytes: [UInt8] {
    // SAFETY: the C function returns a constant array of exactly that many bytes, and the copy
    // ends before the buffer goes out of scope.
    unsafe Array(
      UnsafeBufferPointer(start: germline_data_phix_bytes(), count: germline_data_phix_count())
    )
  }

  /// The codes of the one record of a FASTA text.
  private static func codes(ofFASTA text: [UInt8]) -> [UInt8] {
    let newline = UInt8(ascii: "\n")
    return text.split(separator: newline).dropFirst().flatMap { $0.map { baseCodes[Int($0)] } }
  }
}
