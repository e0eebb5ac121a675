import Germline
import Nucleotides
import Rearrangements
import SimulatedReads
import Testing

/// An annotator with its scratch, a source of simulated molecules and the alleles by name.
struct AnnotatorBench: ~Copyable {
  let annotator: Annotator
  let simulator: RearrangementSimulator
  let alleles: [String: GermlineAllele]
  var scratch = AnnotationScratch()
  var random: SeededGenerator

  /// What does not change from test to test: the tables take a while to build.
  private struct Tables: Sendable {
    let annotator: Annotator
    let simulator: RearrangementSimulator
    let alleles: [String: GermlineAllele]

    init() throws {
      let germline = try GermlineSet.default
      annotator = Annotator(germline)
      simulator = RearrangementSimulator(germline)
      let known = germline.alleles + germline.setApart
      alleles = Dictionary(uniqueKeysWithValues: known.map { ($0.name, $0) })
    }
  }

  private static let tables = Result { try Tables() }

  init(seed: UInt64) throws {
    let tables = try Self.tables.get()
    annotator = tables.annotator
    simulator = tables.simulator
    alleles = tables.alleles
    random = SeededGenerator(seed: seed)
  }

  /// A simulated molecule, with its V cut to so many bases before Cys104.
  mutating func molecule(
    _ type: RearrangementType,
    rate: Double = 0,
    keptBeforeCysteine: Int? = nil
  ) throws -> SimulatedRearrangement {
    let drawn = simulator.rearrangement(of: type, substitutionRate: rate, using: &random)
    var made = try #require(drawn)
    guard let kept = keptBeforeCysteine, let junction = made.junctionRange,
      junction.lowerBound > kept
    else { return made }
    let cut = junction.lowerBound - kept
    made.sequence.codes.removeFirst(cut)
    made.junctionRange = (junction.lowerBound - cut)..<(junction.upperBound - cut)
    made.ndnRange = (made.ndnRange.lowerBound - cut)..<(made.ndnRange.upperBound - cut)
    return made
  }

  /// The annotation of a read; `nil` if it is rejected.
  mutating func annotate(
    _ read: NucleotideSequence,
    primerFree: Range<Int>? = nil
  ) -> Rearrangement? {
    try? annotator.annotate(
      read.codes.span,
      primerFree: primerFree ?? 0..<read.count,
      &scratch
    )
  }

  /// Why a read is rejected; `nil` if it is not.
  mutating func rejection(_ codes: [UInt8], primerFree: Range<Int>? = nil) -> RejectionReason? {
    do throws(RejectionReason) {
      _ = try annotator.locate(codes.span, primerFree: primerFree ?? 0..<codes.count, &scratch)
      return nil
    } catch {
      return error
    }
  }

  /// The V of the read that was just rejected; `nil` if it has none.
  mutating func lone() -> LoneVariable? { annotator.loneVariable(&scratch) }

  /// Random bases.
  mutating func bases(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(random.below(4)) } }
}

/// The gene of an allele's name.
func gene(_ allele: String?) -> Substring? { allele?.prefix { $0 != "*" } }

extension Rearrangement.SegmentCall {
  /// Whether one of the equally good alleles belongs to the gene of another allele.
  func names(geneOf allele: String?) -> Bool {
    alleles.contains { gene($0) == gene(allele) }
  }
}
