import Foundation
import Testing

@Suite("Table of acceptance scenarios and tests")
struct ScenarioTableTests {
  @Test("batch meets every scenario that it must on reads, here or in the simulator's preset")
  func complete() throws {
    let rows = try ScenarioTable().rows
    for number in ScenarioTable.throughBatch {
      let row = rows[number - 1]
      #expect(
        !row.batch.isEmpty || !row.samples.isEmpty,
        "no test through batch is named 'Scenario \(number): …'"
      )
    }
    for number in [13, 16, 21, 22, 23] {
      #expect(!rows[number - 1].batch.isEmpty, "no test is named 'Scenario \(number): …'")
    }
    for row in rows where row.batch.isEmpty && row.others.isEmpty {
      #expect(row.missing != nil, "nothing tests scenario \(row.number)")
    }
  }

  @Test("the documentation shows the table as it is")
  func documented() throws {
    let text = try ScenarioTable().markdown
    if ProcessInfo.processInfo.environment["CLONETRACK_UPDATE_GOLDEN"] == "1" {
      try text.write(to: ScenarioTable.article, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: ScenarioTable.article, encoding: .utf8) == text)
  }

  private static let preset = RuleTable.root.deletingLastPathComponent()
    .appending(path: "shared/simulate/presets/scenarios.json")

  @Test(
    "the simulator's preset has the samples of the table",
    .enabled(
      if: FileManager.default.fileExists(atPath: preset.path()),
      "../shared/simulate is not there"
    )
  )
  func samples() throws {
    let text = try String(contentsOf: Self.preset, encoding: .utf8)
    for name in ScenarioTable.samples.values.flatMap(\.self) {
      #expect(text.contains("\"\(name)\""), "\(name)")
    }
  }
}
