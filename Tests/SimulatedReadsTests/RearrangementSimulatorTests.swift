import Germline
import Nucleotides
import Rearrangements
import SimulatedReads
import Testing

@Suite("Rearrangement simulator")
struct RearrangementSimulatorTests {
  private let germline: GermlineSet
  private let simulator: RearrangementSimulator

  init() throws {
    germline = try GermlineSet.default
    simulator = RearrangementSimulator(germline)
  }

  private func draw(
    _ type: RearrangementType,
    seed: UInt64,
    rate: Double = 0
  ) throws -> SimulatedRearrangement {
    var random = SeededGenerator(seed: seed)
    return try #require(simulator.rearrangement(of: type, substitutionRate: rate, using: &random))
  }

  private func bases(_ name: String?) throws -> NucleotideSequence {
    try #require(germline.alleles.first { $0.name == name }).sequence
  }

  @Test("names the elements of each type", arguments: RearrangementType.allCases)
  func elements(_ type: RearrangementType) throws {
    let made = try draw(type, seed: 1)
    #expect(made.type == type)
    #expect((made.vAllele != nil) == [.ighVDJ, .igkVJ, .igkVKde, .iglVJ].contains(type))
    #expect((made.dAllele != nil) == [.ighVDJ, .ighDJ].contains(type))
    #expect((made.jAllele != nil) == [.ighVDJ, .ighDJ, .igkVJ, .iglVJ].contains(type))
    #expect((made.junction != nil) == [.ighVDJ, .igkVJ, .iglVJ].contains(type))
    for name in [made.vAllele, made.dAllele, made.jAllele].compactMap(\.self) {
      #expect(name.hasPrefix(type.locus.rawValue))
    }
  }

  @Test("joins germline bases on both sides of the NDN", arguments: 0..<40 as Range<UInt64>)
  func germlineParts(seed: UInt64) throws {
    for type in RearrangementType.allCases {
      let made = try draw(type, seed: seed)
      let five = made.sequence[0..<made.ndnRange.lowerBound].description
      let three = made.sequence[made.ndnRange.upperBound..<made.sequence.count].description
      switch type {
      case .ighVDJ, .igkVJ, .igkVKde, .iglVJ:
        #expect(try bases(made.vAllele).description.hasPrefix(five))
      case .ighDJ:
        let d = try #require(germline.alleles.first { $0.name == made.dAllele })
        #expect((d.upstream.description + d.sequence.description).contains(five))
        #expect(five.count > 150)
      case .igkIntronKde:
        let intron = try #require(germline.elements.first { $0.kind == .kappaIntron })
        #expect(intron.sequence.description.contains(five))
      }
      if made.jAllele != nil {
        #expect(try bases(made.jAllele).description.hasSuffix(three))
      } else {
        let kde = try #require(germline.elements.first { $0.kind == .kappaDeleting })
        #expect(kde.sequence.description.contains(three))
      }
      if let range = made.dRange {
        #expect(try bases(made.dAllele).description.contains(made.sequence[range].description))
      }
    }
  }

  @Test("keeps the conserved codons under mutation", arguments: 0..<40 as Range<UInt64>)
  func junction(seed: UInt64) throws {
    for type in [RearrangementType.ighVDJ, .igkVJ, .iglVJ] {
      let junction = try #require(try draw(type, seed: seed, rate: 0.25).junction).description
      #expect(["TGT", "TGC"].contains(junction.prefix(3)), "\(junction)")
      let last = type == .ighVDJ ? ["TGG"] : ["TTC", "TTT"]
      #expect(last.contains(String(junction.suffix(3))), "\(junction)")
    }
  }

  @Test("substitutes at the asked rate and says where", arguments: [0.02, 0.1, 0.3])
  func rate(_ rate: Double) throws {
    var (changed, all) = (0, 0)
    for seed in 0..<100 as Range<UInt64> {
      let made = try draw(.ighVDJ, seed: seed, rate: rate)
      let (v, j) = (try bases(made.vAllele), try bases(made.jAllele))
      let shift = made.sequence.count - j.count
      let ends = made.ndnRange
      let differing =
        (0..<ends.lowerBound).filter { made.sequence.codes[$0] != v.codes[$0] }
        + (ends.upperBound..<made.sequence.count).filter {
          made.sequence.codes[$0] != j.codes[$0 - shift]
        }
      #expect(differing == made.substitutions)
      changed += differing.count
      all += made.sequence.count - ends.count - 6
    }
    let error = 6 * (Double(all) * rate * (1 - rate)).squareRoot()
    #expect(abs(Double(changed) - Double(all) * rate) < error)
  }

  @Test("repeats itself for a seed and only for it", arguments: RearrangementType.allCases)
  func seeds(_ type: RearrangementType) throws {
    #expect(try draw(type, seed: 5, rate: 0.1) == draw(type, seed: 5, rate: 0.1))
    let many = try (0..<50 as Range<UInt64>).map { try draw(type, seed: $0).sequence }
    #expect(Set(many).count > 40)
  }

  @Test("draws nothing from a set without the elements")
  func empty() {
    let simulator = RearrangementSimulator(
      GermlineSet(name: "none", version: "0", sha256: "", alleles: [], elements: [])
    )
    var random = SeededGenerator(seed: 1)
    for type in RearrangementType.allCases {
      #expect(simulator.rearrangement(of: type, using: &random) == nil)
    }
  }
}
