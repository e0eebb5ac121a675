import Diagnostics
import Monitoring
import Testing

@Suite("Rules of cross-talk between samples")
struct CrossTalkTests {
  @Test("a run in order has no finding, whatever a clone of 5 % sends to its neighbours")
  func quiet() {
    #expect(RunFixture().findings == [])
    // 4 of 375,000 reads hop at the prior of unique dual indexes; 10 are its 0.995 quantile.
    #expect(
      RunFixture.findings { run in
        for number in 2...8 { run.reads("P\(number)-FU", of: "P1.IGH_VDJ", 3 + number % 4) }
        run.reads("NTC", of: "P1.IGH_VDJ", 5)
        run.reads("NEG", of: "P1.IGK_VJ", 4)
      } == []
    )
    // Without them 375 hop.
    #expect(
      RunFixture.findings { run in
        run.useSingleIndexes()
        for number in 2...8 { run.reads("P\(number)-FU", of: "P1.IGH_VDJ", 340 + 10 * number) }
        run.reads("NTC", of: "P1.IGH_VDJ", 390)
      } == []
    )
  }

  @Test("CON-HOP raised: the reads that hopping from the subject's other sample gives")
  func hopping() {
    // scipy: poisson.sf(442, 375) = 3.41e-4; the limit is 1e-3 over 3 tracked clones.
    #expect(
      RunFixture.findings { $0 = Self.twoSamples($0, reads: 443) }
        == [
          "P1-FU2 CON-HOP indeterminate: 443 reads of P1.IGH_VDJ where hopping from its lane is "
            + "expected to give 375 (p 3.41e-4, less than 3.33e-4 shows a clone)"
        ]
    )
  }

  @Test("CON-HOP raised: 100 reads where 1e6 reads hop at 1e-4, as in scenario 7")
  func hoppingAtMeasuredRate() {
    var run = Self.twoSamples(RunFixture(), reads: 100, isUniqueDual: true)
    run.reads("P1-FU", of: "P1.IGH_VDJ", 1_000_000)
    // Every other sample shows the same rate, so it is the run's and no contamination.
    for number in 2...8 { run.reads("P\(number)-FU", of: "P1.IGH_VDJ", 95 + number) }
    for name in ["NTC", "NEG", "POS"] { run.reads(name, of: "P1.IGH_VDJ", 99) }
    let hopping = RunHopping(run.evidence)
    #expect(hopping.unique.source == .foreignReads)
    #expect(abs(hopping.unique.rate / 1e-4 - 1) < 0.2)
    #expect(run.findings.filter { $0.contains("CON-HOP") }.count == 1)
  }

  @Test("CON-HOP inside: more reads than hopping gives, or no signal")
  func hoppingInside() {
    // scipy: poisson.sf(443, 375) = 2.85e-4.
    #expect(RunFixture.findings { $0 = Self.twoSamples($0, reads: 444) } == [])
    #expect(RunFixture.findings { $0 = Self.twoSamples($0, reads: 2) } == [])
    // One clone that hopping does not explain is enough.
    #expect(
      RunFixture.findings {
        $0 = Self.twoSamples($0, reads: 443)
        $0.reads("P1-FU2", of: "P1.IGK_VJ", 500)
      } == []
    )
    // Another lane does not hop.
    #expect(
      RunFixture.findings {
        $0 = Self.twoSamples($0, reads: 443)
        $0.change("P1-FU2") { $0.libraries[0].lane = RunLane(run: "R1", lane: "2") }
      } == []
    )
  }

  /// P1 with a second follow-up in the lane of the first.
  private static func twoSamples(
    _ run: RunFixture,
    reads: Int,
    isUniqueDual: Bool = false
  ) -> RunFixture {
    var run = run
    if !isUniqueDual { run.useSingleIndexes() }
    var second = run.samples[9]
    second.sample = "P1-FU2"
    second.libraries[0].index = "P1-FU2"
    second.targetReads = second.targetReads.map { $0.map { _ in 0 } }
    run.samples.append(second)
    run.reads("P1-FU2", of: "P1.IGH_VDJ", reads)
    return run
  }

  @Test("CON-NBR raised: another subject's clones beyond what its lane gives")
  func neighbour() {
    #expect(
      RunFixture.findings { $0.reads("P3-FU", of: "P2.IGH_VDJ", 3) }
        == [
          "P3-FU CON-NBR indeterminate: 3 reads of P2.IGH_VDJ, an index of subject P2, fewer "
            + "than 3 are expected"
        ]
    )
    // 3.75 reads are expected, but less than 1e-4 of the lane may be cross-talk: 38.
    #expect(
      RunFixture.findings { $0.reads("P3-FU", of: "P1.IGH_VDJ", 38) }
        == [
          "P3-FU CON-NBR indeterminate: 38 reads of P1.IGH_VDJ, an index of subject P1, fewer "
            + "than 38 are expected, its lane has 375000 reads elsewhere"
        ]
    )
    // The blank's neighbour is contaminated, and the run's hopping is judged without it.
    #expect(
      RunFixture.findings {
        $0.reads("P3-FU", of: "P1.IGH_VDJ", 1_500)
        $0.reads("P3-FU", of: "P1.IGK_VJ", 1_500)
      } == [
        "P3-FU CON-NBR indeterminate: 1500 reads of P1.IGH_VDJ, an index of subject P1, fewer "
          + "than 38 are expected, its lane has 375000 reads elsewhere"
      ]
    )
  }

  @Test("CON-NBR inside: fewer reads, or a rearrangement that other people have")
  func neighbourInside() {
    #expect(RunFixture.findings { $0.reads("P3-FU", of: "P2.IGH_VDJ", 2) } == [])
    #expect(RunFixture.findings { $0.reads("P3-FU", of: "P1.IGH_VDJ", 37) } == [])
    // One person in 500 has this one, and 20 samples are compared with 9 subjects.
    #expect(RunFixture.findings { $0.reads("P3-FU", of: "P2.IGK_VJ", 500) } == [])
    #expect(RunFixture.findings { $0.reads("P3-FU", of: "P2.IGK_KDE", 5_000) } == [])
    // Both together are chance no more than one rare one.
    #expect(
      RunFixture.findings {
        $0.reads("P3-FU", of: "P2.IGK_VJ", 500)
        $0.reads("P3-FU", of: "P2.IGK_KDE", 500)
      } == []
    )
    // A signature of two subjects says nothing about either.
    #expect(
      RunFixture.findings { run in
        for place in run.targets.indices where run.targets[place].name.hasSuffix("IGK_VJ") {
          run.targets[place].expectedBackground = 1e-8
        }
        run.targets[4].signature = run.targets[7].signature
        run.targets[4].expectedBackground = 1e-3
        run.targets[7].expectedBackground = 1e-3
        run.reads("P4-FU", of: "P2.IGK_VJ", 500)
      } == []
    )
  }

  @Test("ID-SWAP raised: another subject's index has 0.01 of its class at a level of 0.002")
  func swap() {
    #expect(
      RunFixture.findings { $0.reads("P3-FU", of: "P2.IGH_VDJ", 15_000) }
        == [
          "P2-FU ID-SWAP indeterminate: 0 reads of the clone of subject P2, which is in sample P3-FU "
            + "of subject P3; the two may have changed places",
          "P3-FU ID-SWAP failure: 0.075 of its class is P2.IGH_VDJ, an index of subject P2, less "
            + "than 0.01 is expected",
        ]
    )
    // Cells unknown: the share decides.
    #expect(
      RunFixture.findings {
        $0.reads("P3-FU", of: "P2.IGH_VDJ", 2_000)
        $0.reads("P2-FU", of: "P2.IGH_VDJ", 3)
        $0.change("P3-FU") { $0.cells = nil }
      } == [
        "P3-FU ID-SWAP failure: 0.01 of its class is P2.IGH_VDJ, an index of subject P2, less "
          + "than 0.01 is expected"
      ]
    )
  }

  @Test("ID-SWAP raised: the baselines of two subjects have one clone")
  func twins() {
    #expect(
      RunFixture.findings { $0.targets[3].signature = $0.targets[0].signature }
        == [
          "P1-DX ID-SWAP failure: 1 index clonotype, P1.IGH_VDJ first, is one of subject P2 too, "
            + "none is expected to be",
          "P2-DX ID-SWAP failure: 1 index clonotype, P2.IGH_VDJ first, is one of subject P1 too, "
            + "none is expected to be",
        ]
    )
  }

  @Test("ID-SWAP inside: a smaller share or level is a trace, a common clone is nothing")
  func swapInside() {
    func codes(_ change: (inout RunFixture) -> Void) -> [String] {
      RunFixture.findings(change).map { String($0.split(separator: " ")[1]) }
    }
    #expect(
      codes {
        $0.reads("P3-FU", of: "P2.IGH_VDJ", 1_999)
        $0.change("P3-FU") { $0.cells = nil }
      } == ["CON-NBR"]
    )
    // 14,999 / 25 / 300,000 is below 0.002.
    #expect(codes { $0.reads("P3-FU", of: "P2.IGH_VDJ", 14_999) } == ["CON-NBR"])
    #expect(codes { $0.reads("P3-FU", of: "P2.IGK_VJ", 15_000) } == [])
    #expect(codes { $0.targets[5].signature = $0.targets[2].signature } == [])
  }

  /// With 81 pairs of owners, a chance of 0.001 / 81 = 1.235e-5 parts a swap from a coincidence.
  @Test(
    "a clone that two subjects share is a swap where fewer than 1 run in 1,000 has one by chance",
    arguments: [(1.22e-5, ["P1-DX", "P2-DX"]), (1.25e-5, [])]
  )
  func twinsByChance(background: Double, expected: [String]) {
    let findings = RunFixture.findings { run in
      for place in [0, 3] {
        run.targets[place].signature = "shared"
        run.targets[place].expectedBackground = background
      }
    }
    #expect(
      findings.filter { $0.contains("ID-SWAP failure") }.map { String($0.prefix(5)) } == expected
    )
  }

  @Test("CON-SAMELANE raised: a positive in the baseline's lane without unique dual indexes")
  func sharedLane() {
    #expect(
      RunFixture.findings { $0 = Self.oneLane($0, reads: 375_000) }
        == [
          "P1-FU CON-SAMELANE failure: the baseline P1-DX is in the lane of this positive sample "
            + "and the indexes are not unique dual ones, another lane or unique dual indexes are "
            + "expected"
        ]
    )
  }

  @Test("CON-SAMELANE inside: unique dual indexes, another lane, no signal or one that hops")
  func sharedLaneInside() {
    #expect(
      RunFixture.findings {
        $0 = Self.oneLane($0, reads: 375_000)
        for place in $0.samples.indices { $0.samples[place].libraries[0].isUniqueDual = true }
      } == []
    )
    #expect(RunFixture.findings { $0.useSingleIndexes() } == [])
    #expect(RunFixture.findings { $0 = Self.oneLane($0, reads: 0) } == [])
    // 80 of the baseline's 80,000 reads hop.
    #expect(
      RunFixture.findings { $0 = Self.oneLane($0, reads: 90) }.map { $0.prefix(13) }
        == ["P1-FU CON-HOP"]
    )
  }

  /// P1's baseline in the lane of its follow-up, without unique dual indexes.
  private static func oneLane(_ run: RunFixture, reads: Int) -> RunFixture {
    var run = run
    run.useSingleIndexes()
    run.change("P1-DX") { $0.libraries[0].lane = RunLane(run: "R1", lane: "1") }
    for name in ["P1.IGH_VDJ", "P1.IGK_VJ"] { run.reads("P1-FU", of: name, reads) }
    return run
  }
}
