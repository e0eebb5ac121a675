import Clonotyping
import Files

extension PackedWriter {
  /// Writes the differences of a read.
  mutating func add(_ differences: ReadDifferences) {
    add(differences.all) { writer, difference in
      writer.add(difference.offset)
      writer.add(Int(difference.base))
      writer.add(Int(difference.score))
    }
  }

  /// Writes reads by molecule.
  mutating func add(_ families: MoleculeFamilies) {
    add(families.all) { writer, family in
      writer.add(Int(bitPattern: UInt(family.identifier)))
      writer.add(family.differences)
      writer.add(family.reads)
    }
  }
}

extension ReadDifferences {
  /// Reads what a writer's `add` wrote.
  ///
  /// - Throws: `Damage` if the bytes are something else.
  init(from reader: inout PackedReader) throws(PackedReader.Damage) {
    self.init()
    for _ in 0..<(try reader.count()) {
      let offset = try reader.number()
      let (base, score) = (try reader.number(), try reader.number())
      guard (0..<4).contains(base), (0...255).contains(score) else {
        throw PackedReader.Damage()
      }
      add(offset: offset, base: UInt8(base), score: UInt8(score))
    }
  }
}

extension MoleculeFamilies {
  /// Reads what a writer's `add` wrote.
  ///
  /// - Throws: `Damage` if the bytes are something else.
  init(from reader: inout PackedReader) throws(PackedReader.Damage) {
    self.init()
    for _ in 0..<(try reader.count()) {
      let identifier = UInt64(UInt(bitPattern: try reader.number()))
      let differences = try ReadDifferences(from: &reader)
      add(identifier, differences, reads: try reader.number())
    }
  }
}
