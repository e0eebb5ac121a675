import Assays
import Clonotyping
import Diagnostics
import Files
import Nucleotides
import Rearrangements
import Tracking

extension SampleAnalysis {
  /// Writes everything that judging needs but the clonotypes.
  func encode(into writer: inout PackedWriter) {
    writer.add(attributed.reads) { $0.add($1) { $0.add($1) } }
    writer.add(attributed.ambiguous)
    writer.add(attributed.ofNeighbours)
    writer.add(attributed.molecules == nil ? 0 : 1)
    writer.add(attributed.molecules?.counts ?? []) { $0.add($1) { $0.add($1) } }
    writer.add(expectedErrorReads) { $0.add($1) }
    writer.add(counts.pairs) { $0.add($1) }
    counts.subclones.encode(into: &writer)
    writer.add(stages) { $1.encode(into: &$0) }
  }

  /// The stages that follow those of counting: collapse and match, and with molecular identifiers
  /// molecules.
  private static let stagesBehindCounts = 2

  /// Reads what `encode(into:)` wrote; there are no clonotypes yet.
  ///
  /// - Parameters:
  ///   - reader: Stands behind the list of read files.
  ///   - inputs: The read files.
  ///   - input: What was asked for.
  ///   - context: What the sample was counted with.
  ///   - controlTargets: The controls of `context`.
  /// - Throws: `Damage` if the bytes are something else.
  init(
    from reader: inout PackedReader,
    inputs: [FileIdentity],
    _ input: SampleInput,
    _ context: AnalysisContext,
    controlTargets: [ControlTarget]
  ) throws(PackedReader.Damage) {
    var attributed = AttributedReads(
      reads: try reader.list { reader throws(PackedReader.Damage) in
        try reader.list { reader throws(PackedReader.Damage) in try reader.number() }
      },
      ambiguous: try reader.number(),
      ofNeighbours: try reader.number()
    )
    let hasMolecules = try reader.number() == 1
    let molecules = try reader.list { reader throws(PackedReader.Damage) in
      try reader.list { reader throws(PackedReader.Damage) in try reader.number() }
    }
    expectedErrorReads = try reader.list { reader throws(PackedReader.Damage) in
      try reader.optionalDouble() ?? 0
    }
    let pairs = try reader.list { reader throws(PackedReader.Damage) in
      try reader.number()
    }
    let subclones = try SubcloneTally(from: &reader)
    let stages = try reader.list { reader throws(PackedReader.Damage) in
      try StageCounts(from: &reader)
    }
    let behind = Self.stagesBehindCounts + (hasMolecules ? 1 : 0)
    if hasMolecules, let stage = stages.last {
      attributed.molecules = AttributedMolecules(counts: molecules, stage: stage)
    }
    self.attributed = attributed
    guard let counted = CountedStages(stages.dropLast(behind)),
      attributed.reads.count == input.replicates.count
    else {
      throw PackedReader.Damage()
    }
    // What only attribution needed, the table and the differences, is not kept.
    counts = SampleCounts(
      table: ClonotypeTable(replicateCount: input.replicates.count),
      exact: attributed.reads,
      differing: [],
      subclones: subclones,
      families: [],
      pairs: pairs,
      stages: counted,
      inputs: inputs
    )
    self.context = context
    self.controlTargets = controlTargets
    (clonotypes, scratch) = (ClonotypeList([]), nil)
    self.stages = stages
    dnaNanograms = input.replicates.map { $0.dnaNanograms ?? input.dnaNanograms }
    measuredAmplifiability = input.measuredAmplifiability
  }
}
