import Diagnostics
import Monitoring
import Testing

/// Every sample is made by the parser of the sheet's columns, so both are tested at once.
@Suite("Rules of specimens, DNA, lots and sequencing")
struct SpecimenRuleTests {
  /// The findings of one code about a follow-up with these columns.
  private func findings(
    _ code: String,
    _ columns: [String: String],
    role: SampleRole? = .followup
  ) -> [String] {
    let parsed = SpecimenEvidence.parse(columns, role: role)
    #expect(parsed.malformed.isEmpty)
    return SampleRules.findings(for: parsed.evidence).filter { $0.code == code }.map(\.words)
  }

  @Test(
    "a sheet that says nothing raises nothing",
    arguments: [SampleRole?.none, .followup, .blank]
  )
  func silent(role: SampleRole?) {
    #expect(SampleRules.findings(for: SpecimenEvidence.parse([:], role: role).evidence).isEmpty)
    #expect(
      SampleRules.findings(for: SpecimenEvidence.parse(["lot": ""], role: role).evidence).isEmpty
    )
  }

  @Test("PRE-MISS raised: a planned visit without a sample")
  func missing() {
    #expect(
      findings("PRE-MISS", ["received": "F", "visit": "M6"])
        == ["failure: 0 samples of visit M6 received, 1 was planned"]
    )
  }

  @Test("PRE-MISS inside: a sample that was received")
  func missingInside() { #expect(findings("PRE-MISS", ["received": "T"]).isEmpty) }

  // 2.9957 / 1e-5 is 299,573 cells.
  @Test("PRE-VOL raised: fewer cells than the primary cutoff needs")
  func aspirate() {
    #expect(
      findings("PRE-VOL", ["aspirate_cells": "299500"])
        == ["warning: 300000 cells in the aspirate, the cutoff 1e-5 needs 300000"]
    )
  }

  @Test("PRE-VOL inside: the cells that the primary cutoff needs")
  func aspirateInside() {
    #expect(findings("PRE-VOL", ["aspirate_cells": "299600"]).isEmpty)
    #expect(findings("PRE-VOL", ["aspirate_cells": "0"], role: .blank).isEmpty)
  }

  @Test("PRE-STAB raised: more than 72 h warm, or 7 d cold or at an unknown temperature")
  func transport() {
    #expect(
      findings("PRE-STAB", ["transport_hours": "72.5", "transport_celsius": "21"])
        == [
          "warning: 72.5 h from collection to processing at 21 °C, at most 72 h should pass"
        ]
    )
    #expect(
      findings("PRE-STAB", ["transport_hours": "169", "transport_celsius": "8"])
        == [
          "warning: 169 h from collection to processing at 8 °C, at most 168 h should pass"
        ]
    )
    #expect(
      findings("PRE-STAB", ["transport_hours": "169"])
        == ["warning: 169 h from collection to processing, at most 168 h should pass"]
    )
  }

  @Test("PRE-STAB inside: 72 h warm, 7 d cold or at an unknown temperature")
  func transportInside() {
    #expect(
      findings("PRE-STAB", ["transport_hours": "72", "transport_celsius": "21"]).isEmpty
    )
    #expect(
      findings("PRE-STAB", ["transport_hours": "168", "transport_celsius": "8"]).isEmpty
    )
    #expect(findings("PRE-STAB", ["transport_hours": "168"]).isEmpty)
  }

  @Test("PRE-FROZ raised: marrow frozen whole, or citrate")
  func anticoagulant() {
    #expect(
      findings("PRE-FROZ", ["frozen": "T"])
        == ["warning: the marrow was frozen whole, fresh cells or DNA are expected"]
    )
    #expect(
      findings("PRE-FROZ", ["anticoagulant": "citrate"])
        == ["warning: anticoagulant CITRATE, expected ACD, EDTA, HEPARIN"]
    )
  }

  @Test("PRE-FROZ inside: fresh marrow in EDTA", arguments: ["EDTA", "heparin", "ACD"])
  func anticoagulantInside(name: String) {
    #expect(findings("PRE-FROZ", ["anticoagulant": name, "frozen": "F"]).isEmpty)
  }

  @Test("PRE-PULL raised: the second pull, or one that is stated as unknown")
  func pull() {
    #expect(
      findings("PRE-PULL", ["pull": "2"])
        == ["warning: the aspirate is pull 2, pull 1 is expected"]
    )
    #expect(
      findings("PRE-PULL", ["pull": "unknown"])
        == ["warning: the pull is not known, pull 1 is expected"]
    )
  }

  @Test("PRE-PULL inside: the first pull")
  func pullInside() { #expect(findings("PRE-PULL", ["pull": "1"]).isEmpty) }

  @Test("PRE-TYPE raised: a follow-up of blood")
  func specimenType() {
    #expect(
      findings("PRE-TYPE", ["specimen": "PB"])
        == ["indeterminate: the specimen is PB, BM is expected"]
    )
  }

  @Test("PRE-TYPE inside: a follow-up of marrow, or a baseline of blood")
  func specimenTypeInside() {
    #expect(findings("PRE-TYPE", ["specimen": "bm"]).isEmpty)
    #expect(findings("PRE-TYPE", ["specimen": "PB"], role: .diagnosis).isEmpty)
  }

  @Test("DNA-PUR raised: A260/280 outside 1.7 to 2.0")
  func purity() {
    #expect(
      findings("DNA-PUR", ["dna_a260_280": "1.69"])
        == ["warning: A260/280 of 1.69, expected 1.7 to 2"]
    )
    #expect(
      findings("DNA-PUR", ["dna_a260_280": "2.01"])
        == ["warning: A260/280 of 2.01, expected 1.7 to 2"]
    )
  }

  @Test("DNA-PUR inside: A260/280 of 1.7 and 2.0", arguments: ["1.7", "2.0"])
  func purityInside(ratio: String) {
    #expect(findings("DNA-PUR", ["dna_a260_280": ratio]).isEmpty)
  }

  @Test("DNA-DIN raised: below 6 warns, below 4 fails")
  func integrity() {
    #expect(
      findings("DNA-DIN", ["dna_din": "5.9"]) == ["warning: DIN of 5.9, at least 6 is expected"]
    )
    #expect(
      findings("DNA-DIN", ["dna_din": "4"]) == ["warning: DIN of 4, at least 6 is expected"]
    )
    #expect(
      findings("DNA-DIN", ["dna_din": "3.9"]) == ["failure: DIN of 3.9, at least 4 is needed"]
    )
  }

  @Test("DNA-DIN inside: 6, or a blank")
  func integrityInside() {
    #expect(findings("DNA-DIN", ["dna_din": "6"]).isEmpty)
    #expect(findings("DNA-DIN", ["dna_din": "1"], role: .blank).isEmpty)
  }

  @Test("DNA-INH raised: a spike recovery below 0.5 or above 2.0")
  func inhibition() {
    #expect(
      findings("DNA-INH", ["spike_recovery": "0.49"])
        == ["failure: spike recovery of 0.49 of the expected, it must be 0.5 to 2"]
    )
    #expect(
      findings("DNA-INH", ["spike_recovery": "2.01"])
        == ["failure: spike recovery of 2.01 of the expected, it must be 0.5 to 2"]
    )
  }

  @Test("DNA-INH inside: a spike recovery of 0.5 and 2.0", arguments: ["0.5", "2"])
  func inhibitionInside(recovery: String) {
    #expect(findings("DNA-INH", ["spike_recovery": recovery]).isEmpty)
  }

  @Test("IC-LOT raised: a lot that is expired, or not qualified")
  func lot() {
    #expect(
      findings(
        "IC-LOT",
        ["lot": "L7", "lot_expiry": "2024-02-28", "library_date": "2024-03-01"]
      ) == [
        "failure: lot L7 of the internal control expired on 2024-02-28 and was used on "
          + "2024-03-01 or later"
      ]
    )
    #expect(
      findings("IC-LOT", ["lot_expiry": "2024-02-28", "collection_date": "2024-02-29"])
        == [
          "failure: the lot of the internal control expired on 2024-02-28 and was used on "
            + "2024-02-29 or later"
        ]
    )
    #expect(
      findings("IC-LOT", ["lot": "L7", "lot_qualified": "F"])
        == ["failure: lot L7 of the internal control is not qualified, it must be"]
    )
  }

  @Test("IC-LOT inside: a qualified lot on its last day")
  func lotInside() {
    #expect(
      findings(
        "IC-LOT",
        ["lot_expiry": "2024-02-28", "run_date": "2024-02-28", "lot_qualified": "T"]
      ).isEmpty
    )
    #expect(findings("IC-LOT", ["lot_expiry": "2024-02-28"]).isEmpty)
    // The library's day decides where the run's is stated as well.
    #expect(
      findings(
        "IC-LOT",
        ["lot_expiry": "2024-02-28", "library_date": "2024-02-28", "run_date": "2024-03-05"]
      ).isEmpty
    )
  }

  @Test("RUN-PF raised: Q30 below 75 %, or a PhiX error above 2 %")
  func runQuality() {
    #expect(
      findings("RUN-PF", ["run_q30": "0.749"])
        == ["failure: 0.749 of the run's bases have Q30, at least 0.75 must"]
    )
    #expect(
      findings("RUN-PF", ["run_phix_error": "0.021"])
        == ["failure: PhiX error of 0.021, at most 0.02 is allowed"]
    )
  }

  @Test("RUN-PF inside: Q30 of 75 % and a PhiX error of 2 %")
  func runQualityInside() {
    #expect(findings("RUN-PF", ["run_q30": "0.75", "run_phix_error": "0.02"]).isEmpty)
  }

  @Test(
    "refuses a value that has not its column's form",
    arguments: [
      ("received", "yes"), ("collection_date", "2023-02-29"), ("collection_date", "31.01.2024"),
      ("library_date", "2024-1-31"), ("run_date", "2024-13-01"), ("sex", "X"),
      ("aspirate_cells", "-1"), ("pull", "0"), ("pull", "first"), ("transport_hours", "2 h"),
      ("transport_celsius", "61"), ("frozen", "1"), ("dna_a260_280", "nan"), ("dna_din", "11"),
      ("dna_din", "0x7"), ("spike_recovery", "inf"), ("lot_expiry", "2024-04-31"),
      ("lot_qualified", "no"), ("run_q30", "75"), ("run_phix_error", "+0.1"),
      ("expected_mrd", "1.1"), ("expected_mrd_sd", "-0.1"),
    ]
  )
  func malformed(column: String, value: String) throws {
    let parsed = SpecimenEvidence.parse([column: value], role: .followup)
    #expect(parsed.malformed.map(\.column.rawValue) == [column])
    #expect(parsed.malformed.map(\.value) == [value])
    let first = try #require(parsed.malformed.first)
    #expect(!first.column.acceptedForm.isEmpty)
  }

  // Python: (date(2024, 3, 1) - date(2023, 12, 31)).days and the like.
  @Test(
    "counts the days between dates",
    arguments: [
      ("2023-12-31", "2024-03-01", 61), ("2024-03-01", "2023-12-31", -61),
      ("1900-02-28", "1900-03-01", 1), ("2000-02-28", "2000-03-01", 2),
      ("0001-01-01", "9999-12-31", 3_652_058),
    ]
  )
  func days(first: String, last: String, count: Int) throws {
    let (first, last) = (try #require(CalendarDate(first)), try #require(CalendarDate(last)))
    #expect(first.days(to: last) == count)
    #expect((first < last) == (count > 0))
    #expect(CalendarDate(first.description) == first)
  }
}
