import Clonotyping
import Files
import Nucleotides
import Rearrangements

extension Clonotype {
  /// Writes the clonotype, without the reads behind its molecules.
  func encode(into writer: inout PackedWriter) {
    writer.add(type.rawValue)
    writer.add(window.codes)
    writer.add(ndn.lowerBound)
    writer.add(ndn.upperBound)
    writer.add(fiveGenes) { $0.add(Int($1)) }
    writer.add(threeGenes) { $0.add(Int($1)) }
    writer.add(replicateCounts) { $0.add($1) }
    writer.add(foldedCount)
    writer.add(meanQualities)
    writer.add(representative.codes)
    writer.add(primerFree.lowerBound)
    writer.add(primerFree.upperBound)
    writer.add(windowOffset)
    writer.add(moleculeCount.map { $0 + 1 } ?? 0)
  }

  /// Reads what `encode(into:)` wrote.
  ///
  /// - Throws: `Damage` if the bytes are something else.
  init(from reader: inout PackedReader) throws(PackedReader.Damage) {
    guard let type = RearrangementType(rawValue: try reader.text()) else {
      throw PackedReader.Damage()
    }
    self.init(
      type: type,
      window: try Self.bases(from: &reader),
      ndn: try reader.range(),
      fiveGenes: try Self.genes(from: &reader),
      threeGenes: try Self.genes(from: &reader),
      replicateCounts: try reader.list { reader throws(PackedReader.Damage) in
        try reader.number()
      },
      foldedCount: try reader.number(),
      meanQualities: try reader.list(),
      representative: try Self.bases(from: &reader),
      primerFree: try reader.range(),
      windowOffset: try reader.number()
    )
    let molecules = try reader.number()
    moleculeCount = molecules > 0 ? molecules - 1 : nil
  }

  private static func bases(
    from reader: inout PackedReader
  ) throws(PackedReader.Damage) -> NucleotideSequence {
    let codes = try reader.list()
    guard codes.allSatisfy({ $0 <= 4 }) else { throw PackedReader.Damage() }
    return NucleotideSequence(codes: codes)
  }

  /// Reads a list of gene numbers.
  ///
  /// - Throws: `Damage` if they are none.
  static func genes(
    from reader: inout PackedReader
  ) throws(PackedReader.Damage) -> [UInt16] {
    try reader.list { reader throws(PackedReader.Damage) in
      guard let gene = UInt16(exactly: try reader.number()) else {
        throw PackedReader.Damage()
      }
      return gene
    }
  }
}
