import Clonotyping
import Nucleotides
import Rearrangements
import SimulatedReads
import Testing

@Suite("Expected background")
struct ExpectedBackgroundTests {
  @Test("is the templates by the bound of DOMAIN 3.7", arguments: RearrangementType.allCases)
  func bound(_ type: RearrangementType) throws {
    var bench = try ClonotypeBench(seed: 91)
    var scratch = AnnotationScratch()
    let background = ExpectedBackground(bench.annotator)
    func genes(_ elementClass: ElementClass) -> Double {
      Double(Set(bench.annotator[elementClass].names.map { $0.prefix { $0 != "*" } }).count)
    }
    for _ in 0..<40 {
      let made = bench.simulator.rearrangement(of: type, using: &bench.random)
      let codes = try #require(made).sequence.codes
      guard
        let found = try? bench.annotator.annotate(
          codes.span,
          primerFree: 0..<codes.count,
          &scratch
        ), found.type == type
      else { continue }
      let added = found.ndnRange.count - (type == .ighVDJ ? found.d?.sequenceRange.count ?? 0 : 0)
      var expected = 10_000.0
      for _ in 0..<added { expected /= 4 }
      switch type {
      case .ighVDJ:
        expected /= genes(.heavyV) * genes(.heavyJ) * (found.d == nil ? 1 : genes(.heavyD))
      case .ighDJ: expected /= genes(.heavyD) * genes(.heavyJ)
      case .igkVJ: expected /= genes(.kappaV) * genes(.kappaJ)
      case .igkVKde: expected /= genes(.kappaV)
      case .igkIntronKde: break
      case .iglVJ: expected /= genes(.lambdaV) * genes(.lambdaJ)
      }
      let templates = background.templates(of: found, among: 10_000)
      #expect(abs(templates / expected - 1) < 1e-9, "\(templates) for \(expected)")
      #expect(background.templates(of: found, among: 0) == 0)
    }
  }
}
