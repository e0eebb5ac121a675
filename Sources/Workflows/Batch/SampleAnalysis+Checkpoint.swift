import Clonotyping
import Nucleotides
import Rearrangements
import Reports

extension SampleAnalysis {
  /// Writes everything that judging needs but the clonotypes.
  func encode(into writer: inout CheckpointWriter) {
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
  ///   - request: What was asked for.
  ///   - context: What the sample was counted with.
  ///   - controlTargets: The controls of `context`.
  /// - Throws: `Damage` if the bytes are something else.
  init(
    from reader: inout CheckpointReader,
    inputs: [RunRecord.FileRecord],
    _ request: SampleRequest,
    _ context: AnalysisContext,
    controlTargets: [ControlTarget]
  ) throws(CheckpointReader.Damage) {
    var attributed = AttributedReads(
      reads: try reader.list { reader throws(CheckpointReader.Damage) in
        try reader.list { reader throws(CheckpointReader.Damage) in try reader.number() }
      },
      ambiguous: try reader.number(),
      ofNeighbours: try reader.number()
    )
    let hasMolecules = try reader.number() == 1
    let molecules = try reader.list { reader throws(CheckpointReader.Damage) in
      try reader.list { reader throws(CheckpointReader.Damage) in try reader.number() }
    }
    expectedErrorReads = try reader.list { reader throws(CheckpointReader.Damage) in
      try reader.optionalDouble() ?? 0
    }
    let pairs = try reader.list { reader throws(CheckpointReader.Damage) in
      try reader.number()
    }
    let subclones = try SubcloneTally(from: &reader)
    let stages = try reader.list { reader throws(CheckpointReader.Damage) in
      try StageCounts(from: &reader)
    }
    let behind = Self.stagesBehindCounts + (hasMolecules ? 1 : 0)
    if hasMolecules, let stage = stages.last {
      attributed.molecules = AttributedMolecules(counts: molecules, stage: stage)
    }
    self.attributed = attributed
    guard stages.count > behind,
      attributed.reads.count == request.replicates.count
    else {
      throw CheckpointReader.Damage()
    }
    // What only attribution needed, the table and the differences, is not kept.
    counts = SampleCounts(
      table: ClonotypeTable(replicateCount: request.replicates.count),
      exact: attributed.reads,
      differing: [],
      subclones: subclones,
      families: [],
      pairs: pairs,
      stages: stages.dropLast(behind),
      inputs: inputs
    )
    self.context = context
    self.controlTargets = controlTargets
    (clonotypes, scratch) = (ClonotypeList([]), nil)
    self.stages = stages
    dnaNanograms = request.replicates.map { $0.dnaNanograms ?? request.dnaNanograms }
    measuredAmplifiability = request.measuredAmplifiability
  }
}

extension StageCounts {
  /// Writes the counts of the stage.
  func encode(into writer: inout CheckpointWriter) {
    writer.add(stage)
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
  init(from reader: inout CheckpointReader) throws(CheckpointReader.Damage) {
    self.init(try reader.text())
    input = try reader.number()
    output = try reader.number()
    rejected = try Dictionary(from: &reader) { reader throws(CheckpointReader.Damage) in
      try reader.text()
    }
  }
}

extension Dictionary where Value == Int {
  fileprivate init(
    from reader: inout CheckpointReader,
    _ key: (inout CheckpointReader) throws(CheckpointReader.Damage) -> Key
  ) throws(CheckpointReader.Damage) {
    let pairs = try reader.list { reader throws(CheckpointReader.Damage) in
      (try key(&reader), try reader.number())
    }
    self = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }
}

extension Clonotype {
  /// Writes the clonotype, without the reads behind its molecules.
  func encode(into writer: inout CheckpointWriter) {
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
  init(from reader: inout CheckpointReader) throws(CheckpointReader.Damage) {
    guard let type = RearrangementType(rawValue: try reader.text()) else {
      throw CheckpointReader.Damage()
    }
    self.init(
      type: type,
      window: try Self.bases(from: &reader),
      ndn: try reader.range(),
      fiveGenes: try Self.genes(from: &reader),
      threeGenes: try Self.genes(from: &reader),
      replicateCounts: try reader.list { reader throws(CheckpointReader.Damage) in
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
    from reader: inout CheckpointReader
  ) throws(CheckpointReader.Damage) -> NucleotideSequence {
    let codes = try reader.list()
    guard codes.allSatisfy({ $0 <= 4 }) else { throw CheckpointReader.Damage() }
    return NucleotideSequence(codes: codes)
  }

  /// Reads a list of gene numbers.
  ///
  /// - Throws: `Damage` if they are none.
  static func genes(
    from reader: inout CheckpointReader
  ) throws(CheckpointReader.Damage) -> [UInt16] {
    try reader.list { reader throws(CheckpointReader.Damage) in
      guard let gene = UInt16(exactly: try reader.number()) else {
        throw CheckpointReader.Damage()
      }
      return gene
    }
  }
}
