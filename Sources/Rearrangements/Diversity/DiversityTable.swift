package import Germline
import Nucleotides

/// The D alleles in both orientations, as bits and by the 4-mers they hold.
package struct DiversityTable: Sendable {
  /// The length of the indexed words, nt: less in a row than that is no D.
  static let k = 4

  /// Names of the alleles, once as they lie in the genome, then once more inverted.
  package let names: [String]
  /// The number of each entry's gene; both orientations share it.
  let genes: [Int]
  /// The bases of each entry as a read would show them.
  let bases: [[UInt8]]
  /// The same as bits.
  let places: [AllelePlaces]
  /// The first entry that is the reverse complement of its allele.
  let firstInverted: Int
  /// How many genes there are.
  let geneCount: Int
  /// Where the words of each 4-mer begin in `words`; one more at the end.
  let starts: [UInt16]
  /// Entry times 64 plus offset, ordered by 4-mer.
  let words: [UInt16]

  /// Prepares the D alleles of a set.
  package init(_ germline: GermlineSet) {
    let alleles = germline.alleles.filter { $0.segment == .d }
    var numbers: [Substring: Int] = [:]
    let ofAllele = alleles.map { allele in
      let gene = allele.name.prefix { $0 != "*" }
      let number = numbers[gene] ?? numbers.count
      numbers[gene] = number
      return number
    }
    names = alleles.map(\.name) + alleles.map(\.name)
    genes = ofAllele + ofAllele
    bases = alleles.map(\.sequence.codes) + alleles.map(\.sequence.reverseComplement.codes)
    places = bases.map(AllelePlaces.init)
    firstInverted = alleles.count
    var found: [[UInt16]] = Array(repeating: [], count: 1 << (2 * Self.k))
    for number in places.indices where places[number].count >= Self.k {
      for offset in 0...(places[number].count - Self.k) {
        let word = bases[number][offset..<(offset + Self.k)]
        guard word.allSatisfy({ $0 < 4 }) else { continue }
        let value = word.reduce(0) { $0 << 2 | Int($1) }
        found[value].append(UInt16(number * BasePlaces.maximumAlleleLength + offset))
      }
    }
    var starts: [UInt16] = [0]
    for list in found { starts.append(starts[starts.count - 1] + UInt16(list.count)) }
    geneCount = numbers.count
    self.starts = starts
    words = found.flatMap(\.self)
  }
}
