import Diagnostics
import Monitoring
import Testing

@Suite("Visits and their attempts")
struct SubjectVisitTests {
  @Test(
    "the final result is the best one, the latest of equals",
    arguments: [
      ([.failed, .evaluable], 1), ([.evaluable, .failed], 0), ([.evaluable, .evaluable], 1),
      ([.failed, .indeterminate, .failed], 1), ([.failed, .failed], 1),
    ] as [([LibraryAttempt.Outcome], Int)]
  )
  func final(outcomes: [LibraryAttempt.Outcome], number: Int) {
    let visits = SubjectVisit.visits(
      of: outcomes.enumerated().map { LibraryAttempt.fixture($0, $1) }
    )
    #expect(visits.map(\.final.number) == [number])
    #expect(visits.map(\.outcome) == [outcomes[number]])
  }

  @Test("a superseded result is an attempt and never the final one")
  func superseded() {
    let visits = SubjectVisit.visits(of: [
      .fixture(0, .evaluable, isSuperseded: true), .fixture(1, .indeterminate),
    ])
    #expect(visits.map(\.attempts.count) == [2])
    #expect(visits.map(\.final.number) == [1])
    #expect(visits[0].repeats.map(\.after.number) == [1])
    let alone = SubjectVisit.visits(of: [.fixture(0, .evaluable, isSuperseded: true)])
    #expect(alone.map(\.outcome) == [.failed])
  }

  @Test("subjects, visits and roles are kept apart; controls have no visit")
  func apart() {
    let visits = SubjectVisit.visits(of: [
      .fixture(0, subject: "P2"), .fixture(1, visit: "M6"), .fixture(2),
      .fixture(3, visit: "M3", role: .baseline), .fixture(4, role: .control),
    ])
    #expect(visits.map(\.final.number) == [3, 2, 1, 0])
  }

  @Test("a local result answers no visit of the central laboratory")
  func local() {
    let visits = SubjectVisit.visits(of: [
      .fixture(0, .failed), .fixture(1, isLocal: true, .evaluable),
    ])
    #expect(visits.map(\.outcome) == [.failed, .evaluable])
    #expect(visits.allSatisfy { $0.repeats.isEmpty })
    let central = SubjectVisit.visits(of: [.fixture(0, .failed), .fixture(1, .evaluable)])
    #expect(central.map(\.outcome) == [.evaluable])
  }

  @Test("repeats are counted by the code before")
  func repeats() {
    let table = RepeatSuccess.table(
      SubjectVisit.visits(of: [
        .fixture(0, .failed, codes: [("IC-DROP", .failure), ("QT-SENS", .warning)]),
        .fixture(1, .failed, codes: [("RUN-RDS", .failure)]),
        .fixture(2, .evaluable),
        .fixture(3, subject: "P2", .indeterminate, codes: [("IC-DROP", .failure)]),
        .fixture(4, subject: "P2", .evaluable),
        .fixture(5, subject: "P3", .evaluable),
        .fixture(6, subject: "P3", .failed),
      ])
    )
    #expect(table.map(\.code) == [nil, "IC-DROP", "RUN-RDS"])
    #expect(table.map(\.rate.events) == [2, 1, 1])
    #expect(table.map(\.rate.trials) == [3, 2, 1])
    #expect(RepeatSuccess.table([]).isEmpty)
  }

  @Test("a subject without any index clonotype is never evaluable")
  func neverEvaluable() {
    let attempts: [LibraryAttempt] = [
      .fixture(0, subject: "found later", role: .baseline, .failed, hasIndex: false),
      .fixture(1, subject: "found later", role: .baseline, .evaluable, hasIndex: true),
      .fixture(2, subject: "never", role: .baseline, .failed, hasIndex: false),
      .fixture(3, subject: "never", .failed, codes: [("BL-NOIDX", .failure)]),
      .fixture(4, subject: "baseline elsewhere", .failed),
      .fixture(5, subject: "none elsewhere", .failed, codes: [("BL-NOIDX", .failure)]),
      .fixture(
        6,
        subject: "withdrawn",
        role: .baseline,
        .evaluable,
        hasIndex: true,
        isSuperseded: true
      ),
    ]
    #expect(
      SubjectIndex.judged(attempts) == ["found later", "never", "none elsewhere", "withdrawn"]
    )
    #expect(SubjectIndex.neverEvaluable(attempts) == ["never", "none elsewhere", "withdrawn"])
  }

  @Test("turnaround needs both dates in their order")
  func turnaround() {
    let days = [
      LibraryAttempt.fixture(0, collected: "2026-01-30", reported: "2026-02-05T09:00:00Z"),
      .fixture(1, collected: "2026-01-30"), .fixture(2, reported: "2026-02-05"),
      .fixture(3, collected: "2026-02-06", reported: "2026-02-05"),
    ]
    #expect(days.map(\.turnaround) == [6, nil, nil, nil])
  }
}
