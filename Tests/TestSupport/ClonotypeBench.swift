package import Clonotyping
import Germline
import Nucleotides
package import Rearrangements
package import SimulatedReads

/// A located read as counting sees it.
package struct CountedRead: Sendable {
  package var located: LocatedRearrangement
  package var codes: [UInt8]
  package var qualities: [UInt8]
  package var primerFree: Range<Int>
  package var fiveGenes: [UInt16]
  package var threeGenes: [UInt16]
  package var replicate: Int

  /// Adds the read to a table; the place of its rearrangement there.
  @discardableResult
  package func add(to table: inout ClonotypeTable) -> Int {
    table.add(
      located,
      codes: codes,
      qualities: qualities,
      primerFree: primerFree,
      fiveGenes: fiveGenes,
      threeGenes: threeGenes,
      replicate: replicate
    )
  }
}

/// An annotator, a simulator and the clonotypes made of what they draw.
package struct ClonotypeBench: ~Copyable {
  package let annotator: Annotator
  package let simulator: RearrangementSimulator
  package var random: SeededGenerator
  private var scratch = AnnotationScratch()

  package init(seed: UInt64) throws {
    let germline = try GermlineSet.default
    annotator = Annotator(germline)
    simulator = RearrangementSimulator(germline)
    random = SeededGenerator(seed: seed)
  }

  /// A read of a random rearrangement, located.
  package mutating func read(_ type: RearrangementType, replicate: Int = 0) -> CountedRead? {
    guard let made = simulator.rearrangement(of: type, using: &random) else { return nil }
    let codes = made.sequence.codes
    guard
      let located = try? annotator.locate(codes.span, primerFree: 0..<codes.count, &scratch),
      !located.revComp
    else { return nil }
    func genes(_ elementClass: ElementClass, _ rows: [Int]) -> [UInt16] {
      Set(rows.map { annotator[elementClass].genes[$0] }).sorted()
    }
    return CountedRead(
      located: located,
      codes: codes,
      qualities: codes.map { _ in UInt8(20 + random.below(20)) },
      primerFree: 0..<codes.count,
      fiveGenes: genes(located.five.elementClass, scratch.fiveRows),
      threeGenes: genes(located.three.elementClass, scratch.threeRows),
      replicate: replicate
    )
  }

  /// A clonotype of so many reads in each replicate.
  package mutating func clonotype(_ type: RearrangementType, counts: [Int]) -> Clonotype? {
    guard let read = read(type) else { return nil }
    var table = ClonotypeTable(replicateCount: counts.count)
    read.add(to: &table)
    var clonotype = table.clonotypes().first
    clonotype?.replicateCounts = counts
    return clonotype
  }
}
