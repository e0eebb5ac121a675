import Foundation

/// Which tests and which simulated samples hold the program to the acceptance scenarios (article
/// "Acceptance scenarios" of Monitoring), read from the names of the tests.
///
/// A test of a scenario is named `Scenario N: …`; what runs `batch` says so in its file.
struct ScenarioTable {
  /// A scenario with all that belongs to it.
  struct Row {
    var number: Int
    /// Tests that run `batch` on reads.
    var batch: [String] = []
    /// Tests of rules and workflows without it.
    var others: [String] = []
    /// Samples of the preset `scenarios` of the simulator outside this repository.
    var samples: [String] = []
    /// What the program does not do of it; `nil` if nothing is left out.
    var missing: String?
  }

  /// The scenarios, in order.
  var rows: [Row]

  /// The scenarios that `batch` must meet on reads.
  static let throughBatch = Array(3...11) + Array(13...16) + Array(21...23)

  /// The samples of the preset that are made for a scenario.
  static let samples = [
    1: ["S1-NEG"], 2: ["S1-LOWDNA"], 3: ["S1-IC1", "S1-IC3"], 4: ["S1-DEG"],
    7: ["S1-HIGH", "S1-HOP"], 8: ["S1-BADRUN", "NTC3"], 13: ["S1-VREPL"], 14: ["S1-NEW"],
    22: ["S1-SWAP"],
  ]

  private static let missing = [
    15: "endpoints of a study: that blood counts as not done among all subjects",
    16: "endpoints of a study: the primary one and its sensitivity analysis",
    17: "endpoints of a study", 20: "endpoints of a study",
    21: "a study that refuses visits of different profiles without a bridging record",
  ]

  /// The documentation that shows the table.
  static let article = RuleTable.root.appending(
    path: "Sources/Monitoring/Monitoring.docc/Scenarios.md"
  )

  /// Reads the names of all tests.
  init() throws {
    rows = (1...23).map {
      Row(number: $0, samples: Self.samples[$0] ?? [], missing: Self.missing[$0])
    }
    for (_, text) in try RuleTable.sources("Tests") {
      let runsBatch =
        text.contains("BatchRun(") || text.contains("ScenarioSeries.run()")
        || text.contains("struct BatchCommandTests")
      for name in text.matches(of: #/@Test\(\s*"[Ss]cenario (\d+): ([^"]*)"/#) {
        guard let number = Int(name.output.1), (1...23).contains(number) else { continue }
        let words = String(name.output.2)
        if runsBatch {
          rows[number - 1].batch.append(words)
        } else {
          rows[number - 1].others.append(words)
        }
      }
    }
  }

  /// The article's text.
  var markdown: String {
    let lines = rows.map { row in
      let cells = [
        "\(row.number)", row.batch.sorted().joined(separator: "; "),
        row.samples.map { "`\($0)`" }.joined(separator: ", "),
        row.others.sorted().joined(separator: "; "), row.missing ?? "",
      ]
      return "| " + cells.joined(separator: " | ") + " |"
    }
    return """
      # Scenarios

      What holds the program to each of its acceptance scenarios.

      ## Overview

      <doc:AcceptanceScenarios> says what each case is and what must come out.

      Made from the names of the tests by `ScenarioTableTests` with `CLONETRACK_UPDATE_GOLDEN=1`. Samples
      are those of the preset `scenarios` of the simulator, which is not part of this repository; their
      results are scored against its truth. Endpoints of a study are no part of this program: it gives each
      sample's status with its reason. `clonetrack qa` counts a visit that was missed as failed, keeps local
      results apart from those of the central laboratory, and lists subjects that could never be evaluated
      with their number of visits.

      | scenario | tests through `batch` on reads | samples of the preset | other tests | not in the program |
      |---:|---|---|---|---|
      \(lines.joined(separator: "\n"))

      """
  }
}
