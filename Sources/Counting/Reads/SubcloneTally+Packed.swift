import Clonotyping
import Files
import Nucleotides
import Rearrangements
import Tracking

extension SubcloneTally {
  /// Writes the references and their counts.
  func encode(into writer: inout PackedWriter) {
    writer.add(references) { $0.add($1) }
    writer.add(counts) { $0.add($1) { $0.add($1) } }
  }

  /// Reads what `encode(into:)` wrote.
  ///
  /// - Throws: `Damage` if the bytes are something else.
  init(from reader: inout PackedReader) throws(PackedReader.Damage) {
    let references = try reader.list { reader throws(PackedReader.Damage) in
      guard let type = RearrangementType(rawValue: try reader.text()) else {
        throw PackedReader.Damage()
      }
      let bases = NucleotideSequence(codes: try reader.list())
      return Reference(type: type, bases: bases, window: try reader.range())
    }
    let counts = try reader.list { reader throws(PackedReader.Damage) in
      try reader.list { reader throws(PackedReader.Damage) in try reader.number() }
    }
    guard let tally = SubcloneTally(references, counts: counts) else {
      throw PackedReader.Damage()
    }
    self = tally
  }
}

extension PackedWriter {
  /// Adds a reference of a tally.
  mutating func add(_ reference: SubcloneTally.Reference) {
    add(reference.type.rawValue)
    add(reference.bases.codes)
    add(reference.window.lowerBound)
    add(reference.window.upperBound)
  }
}
