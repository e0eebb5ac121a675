import Clonotyping
import Files
import Rearrangements

extension ClonotypeTable.Row {
  /// Writes the row.
  func encode(into writer: inout PackedWriter) {
    writer.add(type.rawValue)
    writer.add(fiveGenes) { $0.add(Int($1)) }
    writer.add(threeGenes) { $0.add(Int($1)) }
    writer.add(window)
    writer.add(ndn.lowerBound)
    writer.add(ndn.upperBound)
    writer.add(counts) { $0.add($1) }
    for sum in qualitySums { writer.add(Int(bitPattern: UInt(sum))) }
    writer.add(representative)
    writer.add(representativeGaps)
    writer.add(representativeQuality)
    writer.add(primerFree.lowerBound)
    writer.add(primerFree.upperBound)
    writer.add(windowOffset)
    writer.add(molecules) { $0.add($1) }
  }

  /// Reads what `encode(into:)` wrote; whether the parts fit together is not looked at.
  ///
  /// - Throws: `Damage` if the bytes are something else.
  init(from reader: inout PackedReader) throws(PackedReader.Damage) {
    guard let type = RearrangementType(rawValue: try reader.text()) else {
      throw PackedReader.Damage()
    }
    let (five, three) = (try Clonotype.genes(from: &reader), try Clonotype.genes(from: &reader))
    let window = try reader.list()
    let ndn = try reader.range()
    let counts = try reader.list { reader throws(PackedReader.Damage) in
      try reader.number()
    }
    var sums: [UInt64] = []
    for _ in window { sums.append(UInt64(UInt(bitPattern: try reader.number()))) }
    self.init(
      type: type,
      fiveGenes: five,
      threeGenes: three,
      window: window,
      ndn: ndn,
      counts: counts,
      qualitySums: sums,
      representative: try reader.list(),
      representativeGaps: try reader.number(),
      representativeQuality: try reader.number(),
      primerFree: try reader.range(),
      windowOffset: try reader.number(),
      molecules: try reader.list { reader throws(PackedReader.Damage) in
        try MoleculeFamilies(from: &reader)
      }
    )
  }
}
