import Alignments

/// Where the k-mers of all elements lie, counted from the origin of their class.
///
/// Alleles share most k-mers at the same offset, so the index stays small and one look-up stands for
/// all of them: a read's k-mers vote for the place of the origin, not for a gene.
struct ElementIndex: Sendable {
  /// The k-mer length in bases: short enough that 25 % hypermutation leaves several whole in 100 nt.
  static let k = 8

  /// Where the entries of each k-mer begin; one more at the end.
  let starts: [UInt32]
  /// Class in the top byte, offset from the origin plus 32,768 in the low two bytes.
  let entries: [UInt32]

  init(_ matrices: [ReferenceMatrix]) {
    var found: [(kmer: Int, entry: UInt32)] = []
    let mask = 1 << (2 * Self.k) - 1
    for matrix in matrices {
      for row in 0..<matrix.count {
        var kmer = 0
        var run = 0
        for column in matrix.starts[row]..<matrix.ends[row] {
          let base = matrix.cells[row * matrix.width + column]
          run = base < 4 ? run + 1 : 0
          kmer = (kmer << 2 | Int(base & 3)) & mask
          guard run >= Self.k else { continue }
          let offset = column - Self.k + 1 - matrix.origin
          let entry = UInt32(matrix.elementClass.rawValue) << 24 | UInt32(offset + 32_768)
          found.append((kmer, entry))
        }
      }
    }
    found.sort { ($0.kmer, $0.entry) < ($1.kmer, $1.entry) }
    var starts = [UInt32](repeating: 0, count: mask + 2)
    var entries: [UInt32] = []
    var last: (kmer: Int, entry: UInt32)?
    for item in found where last.map({ $0 != item }) ?? true {
      entries.append(item.entry)
      starts[item.kmer + 1] += 1
      last = item
    }
    for kmer in 1..<starts.count { starts[kmer] += starts[kmer - 1] }
    self.starts = starts
    self.entries = entries
  }
}
