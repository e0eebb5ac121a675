import Diagnostics
import Foundation
import Monitoring
import Testing

@Suite("Table of codes, rules and tests")
struct RuleTableTests {
  @Test("every code about a sample has a rule and a test on each side of its limit")
  func complete() throws {
    let rows = try RuleTable().rows
    #expect(rows.count > 50)
    for row in rows {
      #expect(!row.rules.isEmpty, "\(row.entry.code) has no rule in Sources/Monitoring")
      #expect(!row.raised.isEmpty, "no test is named '\(row.entry.code) raised: …'")
      #expect(!row.inside.isEmpty, "no test is named '\(row.entry.code) inside: …'")
      #expect(row.entry.metric?.isEmpty == false, "\(row.entry.code) has no metric")
      #expect(row.entry.limit?.isEmpty == false, "\(row.entry.code) has no limit")
    }
  }

  @Test("the documentation shows the table as it is")
  func documented() throws {
    let text = try RuleTable().markdown
    if ProcessInfo.processInfo.environment["CLONETRACK_UPDATE_GOLDEN"] == "1" {
      try text.write(to: RuleTable.article, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: RuleTable.article, encoding: .utf8) == text)
  }

  /// The codes whose finding rests on words and no number.
  private static let wordsOnly: Set = ["PRE-FROZ", "PRE-TYPE"]

  @Test("rules with a number state it, with its limit")
  func measured() {
    let samples: [[Diagnostic]] = [
      SampleRules.findings(
        for: SpecimenEvidence.parse(
          [
            "received": "F", "aspirate_cells": "1", "transport_hours": "999", "pull": "3",
            "dna_a260_280": "1", "dna_din": "1", "spike_recovery": "9", "lot_expiry": "2020-01-01",
            "run_date": "2021-01-01", "run_q30": "0.1", "frozen": "T", "specimen": "PB",
          ],
          role: .followup
        ).evidence
      ),
      SampleRules.findings(
        for: {
          var sample = FollowupFixture()
          sample.controlReads = [60, 0, 500]
          (sample.locusReads, sample.mergedFraction, sample.onTargetReads) = (10, 0.1, 10)
          (sample.ambiguousReads, sample.backgroundClonotypes) = (90_000, 1)
          sample.totalReads = 600
          return sample.evidence
        }()
      ),
      RunRules.findings(
        for: {
          var run = RunFixture()
          run.subjectsWithBaseline = []
          run.reads("P3-FU", of: "P2.IGH_VDJ", 90_000)
          run.reads("P4-FU", of: "P2.IGH_VDJ", 90)
          run.reads("NTC", of: "P2.IGH_VDJ", 90)
          run.reads("NEG", of: "P2.IGH_VDJ", 90)
          run.change("POS") { $0.mrd = 0.9 }
          run.change("P1-FU") { $0.libraries[0].index = "P2-FU" }
          return run.evidence
        }(),
        hopping: RunHopping(RunFixture().evidence)
      ).values.flatMap(\.self),
    ]
    for finding in samples.flatMap(\.self) where !Self.wordsOnly.contains(finding.code) {
      #expect(finding.measurement?.value.isFinite == true, "\(finding)")
      #expect(finding.measurement?.limit?.isFinite == true, "\(finding)")
      #expect(finding.measurement?.metric.isEmpty == false, "\(finding)")
    }
    #expect(Set(samples.flatMap(\.self).map(\.code)).count > 20)
  }
}
