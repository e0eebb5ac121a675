import Clonotyping
import Diagnostics
import Monitoring
import Quantification
import Records
import TestSupport
import Testing
import Tracking

/// What a later sample reads of the visits before it.
@Suite("Visits in records")
struct VisitRecordTests {
  @Test("an earlier visit is what its record says")
  func earlierVisit() {
    var record = SampleFollowup.detected
    record.metadata = ["visit": "M06", "collection_date": "2026-03-04", "role": "FU"]
    record.profile.changed = ["match.igh_mismatch": "2"]
    let visit = EarlierVisit(record)
    #expect(visit.sample == "S01-M06")
    #expect(visit.visit == "M06")
    #expect(visit.metadata == record.metadata)
    #expect(visit.call == .detected)
    #expect(visit.method.thresholds == ["match.igh_mismatch": "2"])
    #expect(visit.method.germline == SampleBaseline.digest)
    #expect(
      visit.proxies
        == HaemodilutionProxies(
          polyclonalFraction: 0.012,
          djToVDJ: 0.35,
          ighToIGK: 1.4,
          unmutatedFraction: 0.55,
          clonotypesPerCells: 870
        )
    )
  }

  @Test("only new clones with a junction are sightings, with the day of the sample")
  func sightings() {
    var record = SampleFollowup.detected
    record.metadata["collection_date"] = "2026-03-04"
    record.drift = ["DR-SHM", "DR-NEW", "DR-NEW?", "DR-BICL", "DR-NEW"].enumerated().map {
      var event = SampleFollowup.detected.drift[0]
      event.event = $1
      event.junction = $0 == 4 ? nil : "TGTGC\(String(repeating: "A", count: $0))"
      return event
    }
    let sightings = EarlierVisit(record).sightings
    #expect(sightings.map { String(decoding: $0.window, as: UTF8.self) } == ["TGTGCA", "TGTGCAA"])
    #expect(sightings.map(\.date) == [CalendarDate("2026-03-04"), CalendarDate("2026-03-04")])
    record.metadata["collection_date"] = "in March"
    #expect(EarlierVisit(record).sightings.map(\.date) == [nil, nil])
  }

  @Test("the level of a baseline is the largest share of cells of its primary clonotypes")
  func baselineLevel() {
    var record = SampleBaseline.found
    func clonotype(_ role: TrackingRole?, _ fraction: Double?) -> BaselineRecord.Clonotype {
      var clonotype = SampleBaseline.heavy
      (clonotype.role, clonotype.cellFraction) = (role, fraction)
      return clonotype
    }
    record.clonotypes = [
      clonotype(.primary, 0.02), clonotype(.supporting, 0.4), clonotype(.primary, 0.1),
      clonotype(.primary, nil),
    ]
    record.metadata["visit"] = ""
    let level = VisitLevel(record)
    #expect(level.cellFraction == 0.1)
    #expect(level.call == nil)
    #expect(level.mrd == nil)
    #expect(level.visit == nil, "a visit without a name has none")
    #expect(level.title == "S01-DX")
    #expect(level.collectionDate == "2026-01-12")
    record.clonotypes = [clonotype(.supporting, 0.4)]
    #expect(VisitLevel(record).cellFraction == nil)
  }

  @Test("the level of a follow-up is that of its result, and is read back from a later record")
  func followupLevel() throws {
    var record = SampleFollowup.detected
    record.metadata["collection_date"] = ""
    let level = VisitLevel(record)
    #expect(level.sample == "S01-M06")
    #expect(level.title == "M06")
    #expect(level.collectionDate == nil)
    #expect(level.call == .detected)
    #expect(level.mrd == 3.2e-5)
    #expect(level.mrdCI == Interval(lower: 1.9e-5, upper: 5.1e-5))
    #expect(level.lod95 == 4.5e-6)
    #expect(level.cellFraction == nil)
    var later = SampleFollowup.failed
    later.earlier = [VisitLevel(SampleBaseline.found), level, VisitLevel(SampleFollowup.failed)]
    let read = try FollowupRecord.read(from: later.json(), path: "f")
    #expect(read.earlier == later.earlier)
  }

  /// A follow-up's or baseline's level under a name and a day.
  private static func level(
    _ visit: String?,
    _ day: String?,
    isBaseline: Bool = false
  ) -> VisitLevel {
    guard !isBaseline else {
      var record = SampleBaseline.found
      record.metadata = ["visit": visit ?? "", "collection_date": day ?? ""]
      return VisitLevel(record)
    }
    var record = SampleFollowup.notDetected
    record.visit = visit
    record.metadata = ["collection_date": day ?? ""]
    return VisitLevel(record)
  }

  @Test("a visit is earlier by kind, then by day, then by the number in its name")
  func order() {
    let baseline = Self.level("DX", "2027-01-01", isBaseline: true)
    let third = Self.level("M3", "2026-04-01")
    let twelfth = Self.level("M12", "2026-03-01")
    let undated = Self.level("M6", nil)
    let unnamed = Self.level(nil, nil)
    // A baseline stands before every follow-up, whatever the days say.
    #expect(VisitLevel.isEarlier(baseline, than: third))
    #expect(!VisitLevel.isEarlier(third, than: baseline))
    // The day decides before the name.
    #expect(VisitLevel.isEarlier(twelfth, than: third))
    #expect(!VisitLevel.isEarlier(third, than: twelfth))
    // Where a day is missing the numbers decide: 6 before 12, not as letters.
    #expect(VisitLevel.isEarlier(undated, than: twelfth))
    #expect(VisitLevel.isEarlier(third, than: undated))
    // Nothing is known of a visit without day and number.
    #expect(!VisitLevel.isEarlier(unnamed, than: third))
    #expect(!VisitLevel.isEarlier(third, than: unnamed))
    #expect(!VisitLevel.isEarlier(third, than: third))
  }

  @Test("on a page equal visits stand in the order of their names")
  func pageOrder() {
    let visits = ["follow-up b", "follow-up a", "M12", "M2"].map { Self.level($0, nil) }
    #expect(VisitLevel.precedes(visits[1], visits[0]))
    #expect(!VisitLevel.precedes(visits[0], visits[1]))
    #expect(VisitLevel.precedes(visits[3], visits[2]))
    #expect(!VisitLevel.precedes(visits[0], visits[0]))
  }

  @Test("an interval is a list of two numbers, each of which may be unknown")
  func intervals() throws {
    for (lower, upper) in [(1e-6, 2e-5), (nil, 2e-5), (0, nil), (nil, nil)] as [(Double?, Double?)]
    {
      var record = SampleFollowup.detected
      record.result.mrdCI = Interval(lower: lower, upper: upper)
      let tree = try JSONTree(bytes: record.json())
      guard case .list(let ends)? = tree["result"]?["mrd_ci"] else {
        Issue.record("an interval is written as a list")
        return
      }
      #expect(ends.count == 2)
      #expect((ends[0] == .null) == (lower == nil))
      #expect((ends[1] == .null) == (upper == nil))
      let read = try FollowupRecord.read(from: record.json(), path: "f")
      #expect(read.result.mrdCI == record.result.mrdCI)
    }
  }

  @Test(
    "a list of another length is no interval",
    arguments: [[], [.number(0.5)], [.null, .null, .null]] as [[JSONTree]]
  )
  func notAnInterval(_ ends: [JSONTree]) throws {
    let changed = try JSONTree(bytes: SampleFollowup.detected.json())
      .replacing([.key("result"), .key("mrd_ci")][...], with: .list(ends))
    let error = try #require(throws: Diagnostic.self) {
      _ = try FollowupRecord.read(from: changed.bytes(), path: "f.json")
    }
    #expect(
      error.description == """
        error[RECORD-SYNTAX]: the field 'result.mrd_ci' holds a value that is not known
          --> f.json
          help: Use the file as 'clonetrack followup' of this version wrote it.
        """
    )
  }
}
