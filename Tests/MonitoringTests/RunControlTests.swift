import Diagnostics
import Monitoring
import Testing

@Suite("Rules of a run's controls and metadata")
struct RunControlTests {
  /// The findings as `sample code`.
  private func codes(_ change: (inout RunFixture) -> Void) -> [String] {
    RunFixture.findings(change).map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
  }

  @Test("BL-NOSAMP raised: a follow-up of a subject without a baseline")
  func noBaseline() {
    #expect(
      RunFixture.findings { $0.subjectsWithBaseline.remove("P5") }
        == [
          "P5-FU BL-NOSAMP failure: 0 baselines of subject P5 in this run or given, at least 1 is "
            + "needed"
        ]
    )
  }

  @Test("BL-NOSAMP inside: a baseline of an earlier run")
  func noBaselineInside() {
    #expect(codes { $0.samples.removeAll { $0.sample == "P5-DX" } } == [])
  }

  @Test("RUN-NTC raised: an index in the blank fails its subject's follow-up, as in scenario 8")
  func blankIndex() {
    #expect(
      RunFixture.findings { $0.reads("NTC", of: "P2.IGK_KDE", 3) }
        == [
          "P2-FU RUN-NTC failure: the no-template control NTC has 3 reads of P2.IGK_KDE, an index "
            + "of subject P2, fewer than 3 are expected",
          "NTC RUN-NTC failure: the no-template control NTC has 3 reads of P2.IGK_KDE, an index "
            + "of subject P2, fewer than 3 are expected",
        ]
    )
  }

  @Test("RUN-NTC raised: more than 1 % of the median sample's rearrangements fail the run")
  func blankDepth() {
    let found = RunFixture.findings { $0.change("NTC") { $0.rearrangementReads = 5_001 } }
    #expect(found.count == 9)
    #expect(
      found.first
        == "P1-FU RUN-NTC failure: the no-template control NTC has 5001 reads of rearrangements, "
        + "at most 0.01 of the median sample's 500000 are expected"
    )
    #expect(found.last?.hasPrefix("NTC RUN-NTC") == true)
  }

  @Test("RUN-NTC inside: 1 % of the median, 2 reads of an index, or another run")
  func blankInside() {
    #expect(codes { $0.change("NTC") { $0.rearrangementReads = 5_000 } } == [])
    #expect(codes { $0.reads("NTC", of: "P2.IGH_VDJ", 2) } == [])
    #expect(
      codes {
        $0.reads("NTC", of: "P2.IGH_VDJ", 300)
        $0.change("NTC") { $0.libraries[0].lane = RunLane(run: "R9", lane: "1") }
      } == ["NTC RUN-NTC"]
    )
  }

  // Expected 1e-4 of 300,000 cells is 30 templates with D = 1.54; the standard deviation of ln is
  // sqrt(1.54 / 30 + 0.01) = 0.2476: 3 of them are a factor of 2.102, 2 of them 1.641.
  @Test("RUN-POSC raised: beyond 3 standard deviations the run fails, beyond 2 it warns")
  func positiveControl() {
    let low = RunFixture.findings { $0.change("POS") { $0.mrd = 4.7e-5 } }
    #expect(low.count == 9)
    #expect(
      low.last
        == "POS RUN-POSC failure: the positive control POS has a level of 4.7e-5, 4.76e-5 to "
        + "2.1e-4 is expected"
    )
    #expect(
      RunFixture.findings { $0.change("POS") { $0.mrd = 1.65e-4 } }
        == [
          "POS RUN-POSC warning: the positive control POS has a level of 1.65e-4, 6.09e-5 to "
            + "1.64e-4 is expected"
        ]
    )
    #expect(codes { $0.change("POS") { $0.mrd = 0 } }.count == 9)
    #expect(
      RunFixture.findings { $0.change("POS") { $0.mrd = nil } }.last
        == "POS RUN-POSC failure: the positive control POS has no level, one is expected"
    )
  }

  @Test("RUN-POSC raised: beyond 2 standard deviations of its history twice on one side")
  func positiveControlHistory() {
    // log10 of the levels: mean -4.0135, standard deviation 0.0498 (numpy, ddof 1).
    let history = [1, 1.1, 0.9, 1, 1.05, 0.95, 1, 1.1, 0.9, 0.75].map { $0 * 1e-4 }
    let found = RunFixture.findings {
      $0.controlHistory["CTRL"] = history
      $0.change("POS") { $0.mrd = 0.75e-4 }
    }
    #expect(found.count == 9)
    #expect(found.last?.hasSuffix("and the one before it was off on the same side") == true)
    // The other side, after the low one, is a first.
    #expect(
      codes {
        $0.controlHistory["CTRL"] = history
        $0.change("POS") { $0.mrd = 1.25e-4 }
      } == ["POS RUN-POSC"]
    )
  }

  @Test("RUN-POSC inside: within 2 standard deviations, or nothing expected")
  func positiveControlInside() {
    #expect(codes { $0.change("POS") { $0.mrd = 1.63e-4 } } == [])
    #expect(codes { $0.change("POS") { $0.mrd = 6.1e-5 } } == [])
    #expect(
      codes {
        $0.change("POS") {
          $0.mrd = 1.9e-4
          $0.specimen.expectedMRDSD = 0.15
        }
      } == []
    )
    #expect(
      codes {
        $0.change("POS") {
          $0.mrd = 0.5
          $0.specimen.expectedMRD = nil
        }
      } == []
    )
  }

  @Test("RUN-NEGC raised: an index in polyclonal DNA fails its subject's follow-up")
  func negativeControl() {
    #expect(
      RunFixture.findings { $0.reads("NEG", of: "P2.IGH_VDJ", 3) }
        == [
          "P2-FU RUN-NEGC failure: the negative control NEG has 3 reads of P2.IGH_VDJ, an index of "
            + "subject P2, fewer than 3 are expected",
          "NEG RUN-NEGC failure: the negative control NEG has 3 reads of P2.IGH_VDJ, an index of "
            + "subject P2, fewer than 3 are expected",
        ]
    )
  }

  @Test("RUN-NEGC inside: 2 reads, or a rearrangement that other people have")
  func negativeControlInside() {
    #expect(codes { $0.reads("NEG", of: "P2.IGH_VDJ", 2) } == [])
    #expect(codes { $0.reads("NEG", of: "P2.IGK_VJ", 500) } == [])
  }

  @Test("ID-META raised: one index for two samples of a lane")
  func barcode() {
    #expect(
      RunFixture.findings { $0.change("P2-FU") { $0.libraries[0].index = "P1-FU" } }
        == [
          "P1-FU ID-META failure: index P1-FU in run R1 lane 1 is that of sample P2-FU too, each "
            + "sample needs its own",
          "P2-FU ID-META failure: index P1-FU in run R1 lane 1 is that of sample P1-FU too, each "
            + "sample needs its own",
        ]
    )
  }

  /// The findings about P1's follow-ups: the second with these columns, the first and the baseline
  /// of the middle of 2024.
  private func metadata(_ columns: [String: String]) -> [String] {
    RunFixture.findings { run in
      var second = run.samples[9]
      second.sample = "P1-FU2"
      second.libraries = []
      second.specimen = SpecimenEvidence.parse(columns, role: .followup).evidence
      run.samples.append(second)
      let first = ["visit": "M6", "collection_date": "2024-06-30", "sex": "F"]
      run.change("P1-FU") {
        $0.specimen = SpecimenEvidence.parse(first, role: .followup).evidence
      }
      run.change("P1-DX") {
        $0.specimen =
          SpecimenEvidence.parse(["collection_date": "2024-01-01"], role: .diagnosis).evidence
      }
    }.filter { $0.hasPrefix("P1-FU2 ") }
  }

  @Test("ID-META raised: days, visits and sex that contradict each other")
  func contradictions() {
    #expect(
      metadata(["collection_date": "2023-12-31"])
        == [
          "P1-FU2 ID-META failure: the follow-up is of 2023-12-31, before the first baseline P1-DX "
            + "of 2024-01-01"
        ]
    )
    #expect(
      metadata(["collection_date": "2024-06-30", "visit": "PD"])
        == [
          "P1-FU2 ID-META failure: visit PD is on 2024-06-30, the day of visit M6 in sample P1-FU"
        ]
    )
    #expect(
      metadata(["collection_date": "2024-06-29", "visit": "M12"])
        == [
          "P1-FU2 ID-META failure: visit M12 is on 2024-06-29, yet visit M6 in sample P1-FU is "
            + "after it on 2024-06-30"
        ]
    )
    #expect(
      metadata(["sex": "M"])
        == [
          "P1-FU2 ID-META failure: the sex of subject P1 is M here and F in sample P1-FU, one is "
            + "expected"
        ]
    )
    #expect(
      metadata(["collection_date": "2024-07-02", "library_date": "2024-07-01"])
        == [
          "P1-FU2 ID-META failure: the library is of 2024-07-01, before the sample was taken on "
            + "2024-07-02"
        ]
    )
  }

  @Test("ID-META inside: days, visits and sex that agree, one index in two lanes")
  func contradictionsInside() {
    #expect(metadata([:]) == [])
    #expect(
      metadata(["collection_date": "2024-01-01", "visit": "M3", "sex": "f"]) == []
    )
    #expect(metadata(["collection_date": "2024-07-01", "visit": "M6"]) == [])
    #expect(metadata(["collection_date": "2024-06-30", "visit": "M6"]) == [])
    #expect(
      metadata(["collection_date": "2024-06-29", "library_date": "2024-06-29", "visit": "PD"]) == []
    )
    #expect(
      codes {
        $0.change("P2-FU") {
          $0.libraries[0].index = "P1-FU"
          $0.libraries[0].lane = RunLane(run: "R1", lane: "2")
        }
      } == []
    )
  }
}
