import Clonotyping
import Nucleotides
import Rearrangements
import SimulatedReads
import TestSupport

/// Simulated clonotypes of several classes with the reads that a test asks for.
struct ClonotypeSample {
  let list: ClonotypeList
  let annotator: Annotator

  /// Draws clonotypes with the reads of each replicate, by type.
  ///
  /// `filler` reads go to further clonotypes of 20 reads each, whose bases mean nothing.
  init(
    _ wanted: [(type: RearrangementType, counts: [[Int]])],
    filler: Int = 0,
    seed: UInt64 = 71
  ) throws {
    var bench = try ClonotypeBench(seed: seed)
    var clonotypes: [Clonotype] = []
    for (type, counts) in wanted {
      for replicates in counts {
        var made: Clonotype?
        while made == nil { made = bench.clonotype(type, counts: replicates) }
        clonotypes += [made].compactMap(\.self)
      }
    }
    if let model = clonotypes.first {
      for _ in 0..<(filler / 20) {
        var one = model
        one.window.codes = (0..<60).map { _ in UInt8(bench.random.below(4)) }
        one.replicateCounts = [20] + model.replicateCounts.dropFirst().map { _ in 0 }
        clonotypes.append(one)
      }
    }
    list = ClonotypeList(clonotypes.sorted(by: Clonotype.precedes))
    annotator = bench.annotator
  }

  /// The place of a clonotype in the list, from 1.
  func row(_ type: RearrangementType, reads: Int) -> Int? {
    list.leading.firstIndex { $0.type == type && $0.duplicateCount == reads }.map { $0 + 1 }
  }
}
