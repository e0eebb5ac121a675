import Germline
import Nucleotides
import Rearrangements
import SimulatedReads
import Testing

@Suite("V genes set apart")
struct VariablesSetApartTests {
  /// The last bases of an allele with J and intron behind so many N bases.
  private static func read(
    _ allele: GermlineAllele,
    kept: Int,
    _ bench: inout AnnotatorBench
  ) throws -> NucleotideSequence {
    let name =
      switch allele.locus {
      case .heavy: "IGHJ4*02"
      case .kappa: "IGKJ1*01"
      case .lambda: "IGLJ3*02"
      }
    let j = try #require(bench.alleles[name]).sequence.codes
    return NucleotideSequence(
      codes: Array(allele.sequence.codes.suffix(kept)) + bench.bases(7) + Array(j.dropFirst(3))
    )
  }

  @Test("are named as what they are, with a J and without", arguments: [290, 220])
  func named(kept: Int) throws {
    var bench = try AnnotatorBench(seed: 81)
    var missed: [String] = []
    for allele in try GermlineSet.default.setApart {
      let read = try Self.read(allele, kept: kept, &bench)
      guard let found = bench.annotate(read), let v = found.v, v.names(geneOf: allele.name) else {
        missed.append(allele.name)
        continue
      }
      #expect(v.functionality == allele.functionality, "\(allele.name)")
      #expect(v.functionality != .pseudogene || found.productive != true, "\(allele.name)")
      #expect(AnnotationFaults(found, of: read, bench.alleles).found == [], "\(allele.name)")
      let alone = allele.sequence.codes.suffix(kept)
      let rejection = bench.rejection(Array(alone))
      #expect(rejection != nil)
      let lone = bench.lone()
      if lone?.v.names(geneOf: allele.name) != true { missed.append("\(allele.name) alone") }
    }
    // One lacks 34 of its first bases and is a fifth away from every functional V, the other differs from
    // IGKV3D-7*01 by one base.
    #expect(missed == ["IGHV1/OR15-5*01", "IGKV3/OR2-268*01"])
  }

  @Test("are not seen in others", arguments: [0.0, 0.05, 0.1, 0.2])
  func others(rate: Double) throws {
    var bench = try AnnotatorBench(seed: 82)
    let apart = Set(try GermlineSet.default.setApart.map(\.name))
    var wrong: [String] = []
    for number in 0..<3_000 {
      let type = [RearrangementType.ighVDJ, .igkVJ, .iglVJ][number % 3]
      let made = try bench.molecule(type, rate: rate)
      guard let v = bench.annotate(made.sequence)?.v else { continue }
      if apart.contains(v.alleles[0]) { wrong.append("\(made.vAllele ?? "") as \(v.alleles[0])") }
    }
    #expect(wrong == [])
  }
}
