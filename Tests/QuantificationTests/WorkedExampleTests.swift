import Foundation
import Quantification
import Testing

/// The article "The interval of a level", section 3: 700 ng, 25 reads of the clone, 2,000 of 100 copies of the control.
@Suite("Worked example")
struct WorkedExampleTests {
  private var sample = SampleFixture(
    cloneReads: [[25]],
    controlReads: [2_000],
    dnaNanograms: [700]
  )

  private func printed(_ value: Double?, _ format: String) -> String {
    value.map { String(format: format, $0) } ?? "unknown"
  }

  @Test("is met to the last printed digit")
  func printedDigits() {
    let result = sample.quantification
    #expect(result.cells.equivalents == 107_692)
    #expect(result.cells.source == .massOnly)
    #expect(result.templates == 1.25)
    #expect(printed(result.mrd, "%.4e") == "1.1607e-05")
    #expect(result.readsPerTemplate == 20)
    #expect(printed(result.dispersion, "%.2f") == "1.55")
    #expect(result.clones[0].minimumReads == 3)
    #expect(printed(result.sensitivity.singleTemplateDetection, "%.3f") == "0.956")
    #expect(result.sensitivity.templatesNeeded == 1)
    #expect(printed(result.sensitivity.lod95, "%.2e") == "2.91e-05")
    #expect(printed(result.interval?.lower, "%.2e") == "1.34e-07")
    #expect(printed(result.interval?.upper, "%.2e") == "7.87e-05")
    #expect(sample.verdict.words == ["DETECTED_BELOW_LOQ", "NEG_DETECTED", "POS", "POS"])
  }

  @Test("has the narrower interval if the cells are exact")
  func exactCells() {
    var exact = sample
    exact.parameters.cells.cellCountVariation = 0
    let result = exact.quantification
    #expect(printed(result.interval?.lower, "%.2e") == "1.35e-07")
    #expect(printed(result.interval?.upper, "%.2e") == "7.79e-05")
  }

  @Test("agrees with the golden file to 1e-6")
  func golden() throws {
    struct Golden: Decodable {
      struct Example: Decodable {
        var ng: Double
        var pg_per_cell: Double
        var cells: Double
        var clone_reads: Int
        var ic_reads: Int
        var ic_cells: Double
        var clonal_equivalents: Double
        var mrd: Double
      }
      var lqic_worked_example: Example
    }
    let file = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "testdata/vectors/statistics.json")
    let expected = try JSONDecoder().decode(Golden.self, from: Data(contentsOf: file))
      .lqic_worked_example
    var golden = SampleFixture(
      cloneReads: [[expected.clone_reads]],
      controlReads: [expected.ic_reads],
      dnaNanograms: [expected.ng]
    )
    golden.parameters.cells.picogramsPerGenome = expected.pg_per_cell
    let result = SampleQuantification(
      of: golden.replicates,
      clones: golden.clones,
      controls: [
        ControlDefinition(name: "IC", kind: .spike(copiesPerReplicate: expected.ic_cells))
      ],
      parameters: golden.parameters
    )
    #expect(result.cells.equivalents == expected.cells)
    #expect(result.templates == expected.clonal_equivalents)
    let mrd = try #require(result.mrd)
    #expect(abs(mrd / expected.mrd - 1) < 1e-6)
  }
}
