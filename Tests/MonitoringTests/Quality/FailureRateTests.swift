import Diagnostics
import Monitoring
import Testing

@Suite("Failure rates and clusters")
struct FailureRateTests {
  @Test("each dimension counts every library once, those not known last")
  func table() {
    let libraries: [LibraryAttempt] = [
      .fixture(
        0,
        .failed,
        codes: [("IC-DROP", .failure), ("IC-LOW", .failure)],
        groups: [.lab: "B"]
      ),
      .fixture(1, .indeterminate, codes: [("CON-HOP", .indeterminate)], groups: [.lab: "A"]),
      .fixture(2, .evaluable, codes: [("IC-DROP", .warning)], groups: [.lab: "A"]),
      .fixture(3, .evaluable, codes: [("DR-NEW", .note)]),
    ]
    let table = FailureRates.table(libraries)
    let lines = table.map {
      "\($0.dimension.rawValue) \($0.group) \($0.event.rawValue) \($0.rate.events)/\($0.rate.trials)"
    }
    let unknown = [QualityDimension.site, .lot, .run, .specimen, .month].flatMap {
      ["\($0.rawValue)  failed 1/4", "\($0.rawValue)  indeterminate 1/4"]
    }
    #expect(
      lines == [
        "all all failed 1/4", "all all indeterminate 1/4", "code CON-HOP raised 1/4",
        "code CON-HOP failure 0/4", "code IC-DROP raised 2/4", "code IC-DROP failure 1/4",
        "code IC-LOW raised 1/4", "code IC-LOW failure 1/4", "stage CON raised 1/4",
        "stage CON failure 0/4", "stage IC raised 2/4", "stage IC failure 1/4",
        "role followup failed 1/4", "role followup indeterminate 1/4", "lab A failed 0/2",
        "lab A indeterminate 1/2", "lab B failed 1/1", "lab B indeterminate 0/1",
        "lab  failed 0/1", "lab  indeterminate 0/1",
      ] + unknown
    )
  }

  /// 12 of 24 against 4 of 96; one-sided p by `scipy.stats.fisher_exact`, scipy 1.17.1.
  @Test("a code that is frequent in one run is a cluster, with every group of the same libraries")
  func cluster() throws {
    let libraries = (0..<120).map { number in
      let isBad = number < 24
      let isHit = isBad ? number < 12 : number.isMultiple(of: 20)
      return LibraryAttempt.fixture(
        number,
        isHit ? .failed : .evaluable,
        codes: isHit ? [("IC-DROP", .failure)] : [],
        groups: [
          .run: "R\(number / 24)", .lot: isBad ? "L1" : "L2",
          .lab: number.isMultiple(of: 2) ? "A" : "B",
        ]
      )
    }
    let clusters = FailureCluster.clusters(in: libraries)
    let cluster = try #require(clusters.first)
    #expect(clusters.count == 1)
    #expect(cluster.code == "IC-DROP")
    #expect(cluster.groups.map(\.name) == ["R0", "L1"])
    #expect(cluster.groups.map(\.dimension) == [.run, .lot])
    #expect(cluster.inside == EventRate(events: 12, trials: 24))
    #expect(cluster.outside == EventRate(events: 4, trials: 96))
    #expect(abs(cluster.pValue / 3.011467327766096e-07 - 1) < 1e-9)
    #expect(cluster.tests == 9)
    #expect(cluster.adjustedP >= cluster.pValue * 8 && cluster.adjustedP <= cluster.pValue * 9)
    #expect(cluster.members == Array(0..<12))
  }

  @Test("one library is an event and no cluster; a single run has nothing to be compared with")
  func noCluster() {
    let single = (0..<400).map { number in
      LibraryAttempt.fixture(
        number,
        codes: number == 0 ? [("IC-DROP", .failure)] : [],
        groups: [.run: number == 0 ? "R1" : "R2"]
      )
    }
    #expect(FailureCluster.clusters(in: single).isEmpty)
    let alone = (0..<24).map {
      LibraryAttempt.fixture($0, codes: [("IC-DROP", .failure)], groups: [.run: "R1"])
    }
    #expect(FailureCluster.clusters(in: alone).isEmpty)
  }

  @Test(
    "failures spread by chance are rarely taken for a cluster",
    arguments: [1, 2, 3] as [UInt64]
  )
  func falseAlarms(seed: UInt64) {
    var random = Lottery(state: seed)
    let alarms = (0..<40).count { _ in
      let libraries = (0..<240).map { number in
        LibraryAttempt.fixture(
          number,
          codes: ["IC-DROP", "DNA-AMP", "RUN-RDS"].filter { _ in random.draw() < 0.08 }
            .map { ($0, .failure) },
          groups: [.run: "R\(number / 24)", .lab: number.isMultiple(of: 2) ? "A" : "B"]
        )
      }
      return !FailureCluster.clusters(in: libraries).isEmpty
    }
    // At most 5 % of 40 are expected; P(7 or more) is 0.003.
    #expect(alarms < 7)
  }

  /// Numbers that a seed decides (xorshift64*).
  private struct Lottery {
    var state: UInt64

    mutating func draw() -> Double {
      state ^= state >> 12
      state ^= state << 25
      state ^= state >> 27
      return Double((state &* 2_685_821_657_736_338_717) >> 11) / 9_007_199_254_740_992
    }
  }
}
