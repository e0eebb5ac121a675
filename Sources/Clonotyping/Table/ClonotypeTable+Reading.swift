import Rearrangements

extension ClonotypeTable {
  /// Reads of a rearrangement by replicate.
  func counts(at index: Int) -> [Int] {
    (0..<replicateCount).map { counts[index * replicateCount + $0] }
  }

  /// Reads of a rearrangement in all replicates.
  func reads(at index: Int) -> Int {
    (0..<replicateCount).reduce(0) { $0 + counts[index * replicateCount + $1] }
  }

  /// Sums of the Phred scores of a rearrangement's window.
  func qualitySums(of entry: Entry) -> [UInt64] {
    qualitySums.values(entry.qualities, Int(entry.windowCount))
  }

  /// Reads by molecule in each replicate; empty without identifiers.
  func molecules(at index: Int) -> [MoleculeFamilies] {
    molecules.isEmpty
      ? []
      : (0..<replicateCount).map { molecules[index * replicateCount + $0] ?? MoleculeFamilies() }
  }

  /// Some bases of a rearrangement's representative.
  func codes(of entry: Entry, _ range: Range<Int>? = nil) -> [UInt8] {
    var codes: [UInt8] = []
    reads.appendCodes(of: entry.read, range ?? 0..<Int(entry.read.count), to: &codes)
    return codes
  }

  /// The numbers of the genes that fit a rearrangement's elements.
  func genes(of entry: Entry) -> (five: [UInt16], three: [UInt16]) {
    var bytes: [UInt8] = []
    reads.appendGenes(of: entry.read, to: &bytes)
    var cursor = 0
    func next() -> [UInt16] {
      let count = Int(bytes[cursor])
      defer { cursor += 1 + 2 * count }
      return (0..<count).map {
        UInt16(bytes[cursor + 1 + 2 * $0]) | UInt16(bytes[cursor + 2 + 2 * $0]) << 8
      }
    }
    let five = next()
    return (five, next())
  }
}
