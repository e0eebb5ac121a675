import Clonotyping
import Nucleotides
import Rearrangements
import Reports

extension SampleCounts {
  /// Adds the counts of other reads of the same sample.
  mutating func merge(_ other: SampleCounts) {
    table.merge(other.table)
    runs += other.runs
    subclones.merge(other.subclones)
    ambiguous += other.ambiguous
    for replicate in pairs.indices {
      pairs[replicate] += other.pairs[replicate]
      for target in exact[replicate].indices {
        exact[replicate][target] += other.exact[replicate][target]
        differing[replicate][target].merge(
          other.differing[replicate][target],
          uniquingKeysWith: +
        )
      }
      for target in families[replicate].indices {
        families[replicate][target].merge(other.families[replicate][target])
      }
    }
    for stage in stages.indices { stages[stage].add(other.stages[stage]) }
  }

  /// Writes everything but the rearrangements and the list of read files.
  func encode(into writer: inout CheckpointWriter) {
    writer.add(pairs) { $0.add($1) }
    writer.add(ambiguous)
    writer.add(exact) { $0.add($1) { $0.add($1) } }
    writer.add(differing) { writer, targets in
      writer.add(targets) { writer, counts in
        writer.add(counts.sorted { $0.key < $1.key }) { writer, count in
          writer.add(count.key)
          writer.add(count.value)
        }
      }
    }
    writer.add(families) { $0.add($1) { $0.add($1) } }
    subclones.encode(into: &writer)
    writer.add(stages) { $1.encode(into: &$0) }
  }

  /// Reads what `encode(into:)` wrote.
  ///
  /// - Parameters:
  ///   - reader: Stands before the counts.
  ///   - empty: Counts of nothing, as the sample is counted: how many replicates and targets.
  ///   - inputs: The read files.
  /// - Throws: `Damage` if the bytes are something else.
  init(
    from reader: inout CheckpointReader,
    like empty: SampleCounts,
    inputs: [RunRecord.FileRecord]
  ) throws(CheckpointReader.Damage) {
    self = empty
    self.inputs = inputs
    pairs = try reader.list { reader throws(CheckpointReader.Damage) in try reader.number() }
    ambiguous = try reader.number()
    exact = try reader.list { reader throws(CheckpointReader.Damage) in
      try reader.list { reader throws(CheckpointReader.Damage) in try reader.number() }
    }
    differing = try reader.list { reader throws(CheckpointReader.Damage) in
      try reader.list { reader throws(CheckpointReader.Damage) in
        let counts = try reader.list { reader throws(CheckpointReader.Damage) in
          (try ReadDifferences(from: &reader), try reader.number())
        }
        return Dictionary(counts, uniquingKeysWith: +)
      }
    }
    families = try reader.list { reader throws(CheckpointReader.Damage) in
      try reader.list { reader throws(CheckpointReader.Damage) in
        try MoleculeFamilies(from: &reader)
      }
    }
    subclones = try SubcloneTally(from: &reader)
    stages = try reader.list { reader throws(CheckpointReader.Damage) in
      try StageCounts(from: &reader)
    }
    guard isShaped(like: empty) else { throw CheckpointReader.Damage() }
  }

  /// Whether the counts are of as many replicates and of the same targets as others.
  private func isShaped(like other: SampleCounts) -> Bool {
    pairs.count == other.pairs.count && exact.map(\.count) == other.exact.map(\.count)
      && differing.map(\.count) == other.differing.map(\.count)
      && families.map(\.count) == other.families.map(\.count)
      && subclones.references == other.subclones.references
      && stages.map(\.stage) == other.stages.map(\.stage)
  }
}

extension CheckpointWriter {
  fileprivate mutating func add(_ differences: ReadDifferences) {
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
  fileprivate init(from reader: inout CheckpointReader) throws(CheckpointReader.Damage) {
    self.init()
    for _ in 0..<(try reader.count()) {
      let offset = try reader.number()
      let (base, score) = (try reader.number(), try reader.number())
      guard (0..<4).contains(base), (0...255).contains(score) else {
        throw CheckpointReader.Damage()
      }
      add(offset: offset, base: UInt8(base), score: UInt8(score))
    }
  }
}

extension MoleculeFamilies {
  /// Reads what a writer's `add` wrote.
  ///
  /// - Throws: `Damage` if the bytes are something else.
  init(from reader: inout CheckpointReader) throws(CheckpointReader.Damage) {
    self.init()
    for _ in 0..<(try reader.count()) {
      let identifier = UInt64(UInt(bitPattern: try reader.number()))
      let differences = try ReadDifferences(from: &reader)
      add(identifier, differences, reads: try reader.number())
    }
  }
}
