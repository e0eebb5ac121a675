import Assays
import Clonotyping
package import Diagnostics
package import Files

extension CountsPart {
  /// What the format of every part begins with.
  static let formatName = "clonetrack-part/"
  /// The format of this version, the first text of every part.
  static let format = formatName + "1"

  /// Writes the part, which ends with the sha256 of what stands before, and makes its file appear.
  ///
  /// - Returns: Its distinct rearrangements.
  /// - Throws: `FILE-WRITE` if it does not fit on the disk, `FILE-READ` if temporary files fail.
  package consuming func write(to file: AtomicFile) throws(Diagnostic) -> Int {
    var counts = counts
    try counts.settle()
    var distinct = 0
    try counts.forEachTable { distinct += $0.count }
    var writer = DigestedWriter(file)
    try writer.add { writer in
      writer.add(Self.format)
      origin.encode(into: &writer)
      counts.encode(into: &writer)
      writer.add(distinct)
    }
    try counts.forEachTable { table throws(Diagnostic) in
      for index in 0..<table.count {
        try writer.add { table.row(at: index).encode(into: &$0) }
      }
    }
    _ = try writer.commit()
    return distinct
  }
}

extension CountsPart.Origin {
  fileprivate func encode(into writer: inout PackedWriter) {
    for text in [program, germline, profile, assay, assayFile, sample] { writer.add(text) }
    writer.add(baselines) { $0.add($1) }
    writer.add(replicates) { writer, replicate in
      writer.add(replicate.lanes) { writer, lane in
        writer.add(lane.first)
        writer.add(lane.second.map { [$0] } ?? []) { $0.add($1) }
      }
    }
    writer.add(inputs) { writer, file in
      writer.add(file.path)
      writer.add(file.size ?? 0)
      writer.add(file.sha256 ?? "")
    }
    writer.add(shard.number)
    writer.add(shard.count)
  }

  /// Reads what `encode(into:)` wrote.
  ///
  /// - Throws: `Damage` if the bytes are something else.
  init(from reader: inout PackedReader) throws(PackedReader.Damage) {
    program = try reader.text()
    germline = try reader.text()
    profile = try reader.text()
    assay = try reader.text()
    assayFile = try reader.text()
    sample = try reader.text()
    baselines = try reader.list { reader throws(PackedReader.Damage) in try reader.text() }
    replicates = try reader.list { reader throws(PackedReader.Damage) in
      ReplicateInput(
        lanes: try reader.list { reader throws(PackedReader.Damage) in
          let first = try reader.text()
          let second = try reader.list { reader throws(PackedReader.Damage) in
            try reader.text()
          }
          return ReplicateInput.Lane(first: first, second: second.first)
        }
      )
    }
    inputs = try reader.list { reader throws(PackedReader.Damage) in
      FileIdentity(
        path: try reader.text(),
        size: try reader.number(),
        sha256: try reader.text()
      )
    }
    let number = try reader.number()
    guard let shard = Shard(number, of: try reader.number()) else {
      throw PackedReader.Damage()
    }
    self.shard = shard
  }
}
