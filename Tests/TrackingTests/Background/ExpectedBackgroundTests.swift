import Clonotyping
import Germline
import Nucleotides
import Rearrangements
import SimulatedReads
import TestSupport
import Testing
import Tracking

@Suite("Expected background")
struct ExpectedBackgroundTests {
  private let target: SignatureTarget
  private let read: [UInt8]

  init() throws {
    var bench = try ClonotypeBench(seed: 91)
    let drawn = bench.clonotype(.igkVJ, counts: [1])
    let clonotype = try #require(drawn)
    let start = clonotype.windowOffset + clonotype.ndn.lowerBound
    let signature = Signature(
      of: clonotype.representative,
      recombined: start..<(start + clonotype.ndn.count),
      primerFree: clonotype.primerFree
    )
    target = SignatureTarget(signature: try #require(signature), type: .igkVJ)
    read = clonotype.representative.codes
  }

  private func counts(_ found: Int, of total: Int) -> BackgroundCounts {
    var counts = BackgroundCounts([target], tolerance: .init())
    for _ in 0..<found { counts.add(read.span, .igkVJ) }
    let other = [UInt8](repeating: 0, count: 1)
    for _ in found..<total { counts.add(other.span, .igkVJ) }
    return counts
  }

  private func estimate(_ counts: BackgroundCounts?) throws -> ExpectedBackground.Estimate {
    ExpectedBackground(try .default, counts: counts).estimate(of: target, among: 10_000)
  }

  @Test("is the model's without a file, and with one that is too small to show rarity")
  func model() throws {
    let model = GenerationModel(try .default, .clonetrackMMv1)
    let chance = model.chance(of: target.signature, type: .igkVJ)
    #expect(chance > 0 && chance < 0.01)
    let expected = 10_000 * chance
    for counts in [nil, counts(0, of: 0), counts(0, of: 999_999)] {
      let found = try estimate(counts)
      #expect(found.source == .generationModel && found.templates == expected)
    }
  }

  @Test(
    "is (x + 1) / B, or 3 / B without a find",
    arguments: [(0, 1_000_000, 0.03), (1, 1_000_000, 0.02), (4, 200, 250), (3, 3, 10_000)]
  )
  func file(_ found: Int, _ total: Int, _ templates: Double) throws {
    let estimate = try estimate(counts(found, of: total))
    #expect(estimate.source == .backgroundFile)
    #expect(abs(estimate.templates / templates - 1) < 1e-9)
  }

  @Test("counts a clonotype of the same class within the tolerance")
  func matching() {
    var counts = BackgroundCounts([target], tolerance: .init())
    counts.add(read.span, .igkVJ)
    counts.add(read.span, .igkKde)
    var near = read
    let first = target.signature.bases.codes[0]
    let start = read.indices.first {
      read[$0...].prefix(target.signature.bases.count).elementsEqual(target.signature.bases.codes)
    }
    near[start ?? 0] = (first + 1) % 4
    counts.add(near.span, .igkVJ)
    #expect(counts.matches == [target: 1])
    #expect(counts.templates == [.igkVJ: 2, .igkKde: 1])
  }
}
