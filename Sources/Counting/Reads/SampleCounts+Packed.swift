import Clonotyping
import Diagnostics
import Files
import Nucleotides
import Rearrangements
import Tracking

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
    stages.add(other.stages)
  }

  /// Writes everything but the rearrangements and the list of read files.
  func encode(into writer: inout PackedWriter) {
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
    writer.add(stages.all) { $1.encode(into: &$0) }
  }

  /// Reads what `encode(into:)` wrote.
  ///
  /// - Parameters:
  ///   - reader: Stands before the counts.
  ///   - empty: Counts of nothing, as the sample is counted: how many replicates and targets.
  ///   - inputs: The read files.
  /// - Throws: `Damage` if the bytes are something else.
  init(
    from reader: inout PackedReader,
    like empty: SampleCounts,
    inputs: [FileIdentity]
  ) throws(PackedReader.Damage) {
    self = empty
    self.inputs = inputs
    pairs = try reader.list { reader throws(PackedReader.Damage) in try reader.number() }
    ambiguous = try reader.number()
    exact = try reader.list { reader throws(PackedReader.Damage) in
      try reader.list { reader throws(PackedReader.Damage) in try reader.number() }
    }
    differing = try reader.list { reader throws(PackedReader.Damage) in
      try reader.list { reader throws(PackedReader.Damage) in
        let counts = try reader.list { reader throws(PackedReader.Damage) in
          (try ReadDifferences(from: &reader), try reader.number())
        }
        return Dictionary(counts, uniquingKeysWith: +)
      }
    }
    families = try reader.list { reader throws(PackedReader.Damage) in
      try reader.list { reader throws(PackedReader.Damage) in
        try MoleculeFamilies(from: &reader)
      }
    }
    subclones = try SubcloneTally(from: &reader)
    let counted = try reader.list { reader throws(PackedReader.Damage) in
      try StageCounts(from: &reader)
    }
    guard let stages = CountedStages(counted), isShaped(like: empty) else {
      throw PackedReader.Damage()
    }
    self.stages = stages
  }

  /// Whether the counts are of as many replicates and of the same targets as others.
  private func isShaped(like other: SampleCounts) -> Bool {
    pairs.count == other.pairs.count && exact.map(\.count) == other.exact.map(\.count)
      && differing.map(\.count) == other.differing.map(\.count)
      && families.map(\.count) == other.families.map(\.count)
      && subclones.references == other.subclones.references
  }
}
