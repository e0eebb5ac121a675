import Diagnostics
import Files

extension StageCounts {
  /// Writes the counts of the stage.
  func encode(into writer: inout PackedWriter) {
    writer.add(stage.rawValue)
    writer.add(input)
    writer.add(output)
    writer.add(rejected.sorted { $0.key < $1.key }) { writer, item in
      writer.add(item.key)
      writer.add(item.value)
    }
  }

  /// Reads what `encode(into:)` wrote.
  ///
  /// - Throws: `Damage` if the bytes are something else.
  init(from reader: inout PackedReader) throws(PackedReader.Damage) {
    guard let stage = ReadStage(rawValue: try reader.text()) else { throw PackedReader.Damage() }
    self.init(stage)
    input = try reader.number()
    output = try reader.number()
    rejected = try Dictionary(from: &reader) { reader throws(PackedReader.Damage) in
      try reader.text()
    }
  }
}

extension Dictionary where Value == Int {
  fileprivate init(
    from reader: inout PackedReader,
    _ key: (inout PackedReader) throws(PackedReader.Damage) -> Key
  ) throws(PackedReader.Damage) {
    let pairs = try reader.list { reader throws(PackedReader.Damage) in
      (try key(&reader), try reader.number())
    }
    self = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }
}
