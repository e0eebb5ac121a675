import Germline
import Nucleotides
import Rearrangements
import SimulatedReads
import Testing

@Suite("Reuse of scratch")
struct ScratchReuseTests {
  /// The last 20 bases of the intron behind bases of something else, before the kappa deleting element:
  /// nothing is left of the intron but what is trimmed.
  private static func endOfIntron(_ bench: inout AnnotatorBench) throws -> [UInt8] {
    let elements = try GermlineSet.default.elements
    let intron = try #require(elements.first { $0.kind == .kappaIntron }).sequence.codes
    let kde = try #require(elements.first { $0.kind == .kappaDeleting }).sequence.codes
    let foreign = bench.bases(40) + intron.suffix(25).prefix(5).map { ($0 + 1) % 4 }
    return foreign + intron.suffix(20) + kde.prefix(120)
  }

  @Test("leaves no rows of the read before", arguments: 0..<20 as Range<UInt64>)
  func endOfIntron(seed: UInt64) throws {
    var bench = try AnnotatorBench(seed: seed)
    let before = try bench.molecule([.ighVDJ, .igkVJ, .iglVJ][Int(seed % 3)])
    let read = try Self.endOfIntron(&bench)
    let first = bench.annotate(before.sequence)
    #expect(first?.v != nil)
    let found = try bench.annotator.locate(read.span, primerFree: 0..<read.count, &bench.scratch)
    #expect(found.type == .igkIntronKde)
    #expect(bench.scratch.fiveRows == [0], "the set has one intron")
    #expect(bench.annotate(NucleotideSequence(codes: read))?.type == .igkIntronKde)
  }
}
