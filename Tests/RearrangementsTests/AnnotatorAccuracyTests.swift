import Germline
import Nucleotides
import Rearrangements
import SimulatedReads
import Testing

/// How often annotations of simulated molecules are right, against floors a little below what was
/// measured.
@Suite("Annotator accuracy")
struct AnnotatorAccuracyTests {
  /// One row of the table of floors, as shares of all molecules.
  struct Case: CustomTestStringConvertible, Sendable {
    var type: RearrangementType
    var rate: Double
    /// Recognised with the right type.
    var typed: Double
    /// Junction (or the seam where there is none) exact.
    var junction: Double
    /// The true gene among those called 5′ (V, or D of a DJ) of the junction.
    var five: Double
    /// The true J gene among those called.
    var three: Double

    init(
      _ type: RearrangementType,
      _ rate: Double,
      _ typed: Double,
      _ junction: Double,
      _ five: Double,
      _ three: Double
    ) {
      (self.type, self.rate) = (type, rate)
      (self.typed, self.junction, self.five, self.three) = (typed, junction, five, three)
    }

    var testDescription: String { "\(type.rawValue) at \(rate)" }
  }

  /// Measured with 600 molecules each, in the order type, junction, 5′ gene, 3′ gene: the floors are
  /// half a percent below, and 1 where every molecule was right.
  static let cases: [Case] = [
    Case(.ighVDJ, 0, 1, 1, 1, 0.99), Case(.ighVDJ, 0.05, 1, 1, 0.993, 0.99),
    Case(.ighVDJ, 0.1, 1, 1, 0.99, 0.988), Case(.ighDJ, 0, 0.965, 0.965, 0.965, 0.961),
    Case(.ighDJ, 0.05, 0.961, 0.961, 0.961, 0.955), Case(.ighDJ, 0.1, 0.951, 0.951, 0.951, 0.945),
    Case(.igkVJ, 0, 1, 1, 1, 1), Case(.igkVJ, 0.05, 1, 1, 0.991, 1),
    Case(.igkVJ, 0.1, 0.993, 0.993, 0.986, 0.991), Case(.igkVKde, 0, 1, 1, 1, 1),
    Case(.igkVKde, 0.05, 1, 1, 0.991, 1), Case(.igkVKde, 0.1, 1, 0.99, 0.993, 1),
    Case(.igkIntronKde, 0, 0.991, 0.991, 0.991, 0.991),
    Case(.igkIntronKde, 0.05, 0.991, 0.991, 0.991, 0.991),
    Case(.igkIntronKde, 0.1, 0.991, 0.991, 0.991, 0.991), Case(.iglVJ, 0, 1, 1, 1, 0.988),
    Case(.iglVJ, 0.05, 1, 1, 1, 0.985), Case(.iglVJ, 0.1, 1, 1, 1, 0.99),
  ]

  @Test("finds type, junction and genes on both strands", arguments: cases)
  func truth(_ floor: Case) throws {
    var bench = try AnnotatorBench(seed: 1)
    let total = 600
    var (typed, junction, five, three) = (0, 0, 0, 0)
    for number in 0..<total {
      let made = try bench.molecule(floor.type, rate: floor.rate)
      let read = number % 2 == 0 ? made.sequence : made.sequence.reverseComplement
      guard let found = bench.annotate(read), found.type == made.type else { continue }
      typed += 1
      #expect(found.revComp == (number % 2 == 1))
      if isJunctionRight(found, made, bench.alleles) { junction += 1 }
      if found.v.map({ $0.names(geneOf: made.vAllele) }) ?? (made.vAllele == nil),
        made.type != .ighDJ || found.d?.names(geneOf: made.dAllele) == true
      {
        five += 1
      }
      if found.j.map({ $0.names(geneOf: made.jAllele) }) ?? (made.jAllele == nil) { three += 1 }
    }
    func share(_ count: Int) -> Double { Double(count) / Double(total) }
    let measured = "\(floor.testDescription): \([typed, junction, five, three].map(share))"
    #expect(share(typed) >= floor.typed, "type, \(measured)")
    #expect(share(junction) >= floor.junction, "junction, \(measured)")
    #expect(share(five) >= floor.five, "5′ gene, \(measured)")
    #expect(share(three) >= floor.three, "3′ gene, \(measured)")
  }

  /// Whether the junction is the true one; for types without one, whether the recombined bases lie
  /// within the true ones (a base may equal the germline's next one by chance) and, where there is
  /// a J, whether it lies in its place.
  private func isJunctionRight(
    _ found: Rearrangement,
    _ made: SimulatedRearrangement,
    _ alleles: [String: GermlineAllele]
  ) -> Bool {
    if made.junctionRange != nil { return found.junctionRange == made.junctionRange }
    if let j = found.j, let name = made.jAllele, let allele = alleles[name] {
      let shift = j.sequenceRange.lowerBound - j.germlineRange.lowerBound
      // Js of one gene end alike; the anchor tells their places apart.
      guard let called = alleles[j.alleles[0]]?.anchor, let anchor = allele.anchor else {
        return false
      }
      return shift + called == made.sequence.count - allele.sequence.count + anchor
    }
    let (inner, outer) = (found.ndnRange, made.ndnRange)
    return inner.upperBound <= outer.upperBound + 6 && inner.lowerBound >= outer.lowerBound - 6
  }

  @Test(
    "recognises amplicons that begin in framework 1, 2 or 3",
    arguments: [(270, 0.99), (150, 0.99), (60, 0.97)]
  )
  func amplicons(_ kept: Int, _ floor: Double) throws {
    var bench = try AnnotatorBench(seed: 2)
    var (right, total) = (0, 0)
    for type in [RearrangementType.ighVDJ, .igkVJ, .iglVJ] {
      for _ in 0..<300 {
        let made = try bench.molecule(type, rate: 0.05, keptBeforeCysteine: kept)
        total += 1
        guard let found = bench.annotate(made.sequence), found.type == type else { continue }
        if found.junctionRange == made.junctionRange { right += 1 }
      }
    }
    #expect(Double(right) >= floor * Double(total), "\(right) of \(total)")
  }

  @Test(
    "keeps the junction of a V with an insertion or a deletion",
    arguments: [(RearrangementType.ighVDJ, 0.0), (.ighVDJ, 0.05), (.igkVJ, 0), (.iglVJ, 0)]
  )
  func shiftedVariables(_ type: RearrangementType, _ rate: Double) throws {
    var bench = try AnnotatorBench(seed: 3)
    var (right, gapped, far, total) = (0, 0, 0, 0)
    for number in 0..<600 {
      let made = try bench.molecule(type, rate: rate)
      let junction = try #require(made.junction)
      let cysteine = try #require(made.junctionRange).lowerBound
      var read = made.sequence
      let length = 1 + bench.random.below(6)
      let at = bench.random.below(cysteine - 30 - length)
      if number % 2 == 0 {
        read.codes.insert(contentsOf: bench.bases(length), at: at)
      } else {
        read.codes.removeSubrange(at..<(at + length))
      }
      total += 1
      guard let found = bench.annotate(read) else { continue }
      if found.junction == junction { right += 1 }
      if at > 40 {
        far += 1
        if found.v?.cigar.contains(where: { $0 == "I" || $0 == "D" }) == true { gapped += 1 }
      }
      let faults = AnnotationFaults(found, of: read, bench.alleles).found
      #expect(faults.isEmpty, "\(read): \(faults.joined(separator: "; "))")
    }
    // Measured: 599, 597, 600 and 600 junctions of 600; 92, 88, 98 and 98 % of the gaps that lie 40 nt
    // or more behind the start are drawn.
    #expect(Double(right) >= 0.99 * Double(total), "\(right) junctions of \(total)")
    #expect(Double(gapped) >= 0.85 * Double(far), "\(gapped) gapped V of \(far)")
  }
}
