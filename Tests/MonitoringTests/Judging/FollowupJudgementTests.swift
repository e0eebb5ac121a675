import Clonotyping
import Diagnostics
import Monitoring
import Quantification
import Testing
import Tracking

/// Everything that is said about a follow-up, out of facts made by hand.
@Suite("Judgement of a follow-up")
struct FollowupJudgementTests {
  private static let foreign = Diagnostic(
    code: "ID-SWAP",
    severity: .failure,
    message: "another subject's clone"
  )

  @Test("an unrelated clone that became dominant is reported")
  func drift() throws {
    let judgement = try JudgedSample.judged { $0.makeDominant() }
    #expect(judgement.drift.events.map(\.code) == ["DR-NEW?"])
    #expect(judgement.codes.last == "DR-NEW?")
    #expect(try JudgedSample.judged { _ in }.drift.events == [])
  }

  @Test("a sample with another person's alleles is a swap; its clone is not judged")
  func swap() throws {
    let judgement = try JudgedSample.judged {
      $0.makeDominant()
      $0.census = $0.foreignCensus
    }
    #expect(judgement.genotype?.verdict == .differs)
    #expect(judgement.codes.contains("ID-SWAP"))
    #expect(judgement.drift == .none)
    #expect(!judgement.codes.contains { $0.hasPrefix("DR-") })
    #expect(judgement.verdict.call == .failed)
    // The same sample with the subject's own alleles.
    let own = try JudgedSample.judged {
      $0.makeDominant()
      $0.census = $0.ownAlleles
    }
    #expect(own.genotype?.verdict == .agrees)
    #expect(!own.codes.contains("ID-SWAP"))
    #expect(own.drift.events.map(\.code) == ["DR-NEW?"])
  }

  @Test("with the clone in the sample alleles say nothing")
  func cloneDetected() throws {
    let judgement = try JudgedSample.judged {
      $0.cloneReads = 500
      $0.census = $0.foreignCensus
    }
    #expect(judgement.genotype?.verdict == .cloneDetected)
    #expect(!judgement.codes.contains("ID-SWAP"))
  }

  @Test("a swap that the run shows is reported once, and the clone is not judged")
  func foreignRun() throws {
    let judgement = try JudgedSample.judged {
      $0.makeDominant()
      $0.census = $0.foreignCensus
      $0.run = RunInfluence(background: [], findings: [Self.foreign])
    }
    #expect(judgement.findings.filter { $0.code == "ID-SWAP" } == [Self.foreign])
    #expect(judgement.drift == .none)
    // A swap that only might be one stops nothing.
    var doubt = Self.foreign
    doubt.severity = .warning
    let judged = try JudgedSample.judged {
      $0.makeDominant()
      $0.run = RunInfluence(background: [], findings: [doubt])
    }
    #expect(judged.drift.events.map(\.code) == ["DR-NEW?"])
  }

  @Test("a control has no clone that drifts and no person", arguments: ["POS", "NEG", "NTC"])
  func control(_ role: String) throws {
    let judgement = try JudgedSample.judged {
      $0.makeDominant()
      $0.census = $0.foreignCensus
      $0.metadata["role"] = role
    }
    #expect(judgement.genotype == nil)
    #expect(judgement.drift == .none)
    #expect(!judgement.codes.contains { $0.hasPrefix("ID-") || $0.hasPrefix("DR-") })
    #expect(judgement.proxies.polyclonalFraction != nil, "its marrow is looked at all the same")
    let patient = try JudgedSample.judged {
      $0.makeDominant()
      $0.metadata["role"] = "FU"
    }
    #expect(patient.genotype != nil)
  }

  @Test("too few alleles to compare is a note, but not where there is nothing to track")
  func fewAlleles() throws {
    #expect(try JudgedSample.judged { _ in }.codes.contains("ID-FEW"))
    let untracked = try JudgedSample.judged { $0.hasClones = false }
    #expect(!untracked.codes.contains("ID-FEW"))
    #expect(
      untracked.words("BL-NOIDX")
        == ["failure: the baseline P1-DX has no index clonotype, at least 1 is needed"]
    )
    #expect(untracked.codes.first == "BL-NOIDX")
    #expect(untracked.verdict.call == .failed)
  }

  @Test(
    "what a run says of the sample is among the findings, as it is",
    arguments: [
      (Diagnostic.Severity.failure, SampleCall.failed), (.indeterminate, .indeterminate),
      (.warning, .notDetected), (.note, .notDetected),
    ]
  )
  func runFindings(_ severity: Diagnostic.Severity, _ call: SampleCall) throws {
    let finding = Diagnostic(code: "CON-HOP", severity: severity, message: "reads of others")
    let judgement = try JudgedSample.judged {
      $0.run = RunInfluence(background: [], findings: [finding])
    }
    #expect(judgement.findings.filter { $0.code == "CON-HOP" } == [finding])
    #expect(judgement.verdict.call == call)
    #expect(try JudgedSample.judged { _ in }.verdict.call == .notDetected)
  }

  @Test("findings come in the order: baseline, sample, run, last visit, identity, drift")
  func order() throws {
    var other = JudgedSample.method
    other.program = "0.9"
    let judgement = try JudgedSample.judged {
      $0.makeDominant()
      $0.baselineMethod = other
      $0.limits.monitoring.backgroundClonotypes = 1_000
      $0.run = RunInfluence(
        background: [],
        findings: [Diagnostic(code: "CON-HOP", severity: .warning, message: "x")]
      )
      $0.earlier = [JudgedSample.visit("P1-FU1", day: nil, method: other)]
    }
    let wanted = ["MTH-CHG", "LIB-BG", "CON-HOP", "MTH-CHG", "ID-FEW", "DR-NEW?"]
    #expect(judgement.codes.filter { wanted.contains($0) } == wanted)
  }

  @Test("another method of the baseline is reported with what differs")
  func baselineMethod() throws {
    let judgement = try JudgedSample.judged {
      $0.baselineMethod.germline = "older"
      $0.baselineMethod.program = "0.9"
    }
    #expect(
      judgement.words("MTH-CHG")
        == ["warning: baseline P1-DX was made with another germline set, program version"]
    )
  }

  @Test("of earlier visits the last by day is compared; one without a day comes first")
  func lastVisit() throws {
    var other = JudgedSample.method
    other.assay = "older"
    func words(_ visits: [EarlierVisit]) throws -> [String] {
      try JudgedSample.judged { $0.earlier = visits }.words("MTH-CHG")
    }
    let dated = JudgedSample.visit("P1-FU2", day: "2026-03-01", method: other)
    let later = JudgedSample.visit("P1-FU3", day: "2026-05-01")
    let undated = JudgedSample.visit("P1-FU1", day: nil, method: other)
    #expect(try words([]) == [])
    #expect(try words([dated]) == ["warning: visit P1-FU2 was made with another assay"])
    for visits in [[dated, later], [later, dated], [undated, later], [later, undated]] {
      #expect(try words(visits) == [])
    }
    #expect(try words([undated]) == ["warning: visit P1-FU1 was made with another assay"])
    var named = dated
    named.visit = "M3"
    #expect(try words([named]) == ["warning: visit M3 was made with another assay"])
  }

  @Test("a failed earlier sample is no reference for diluted marrow")
  func failedVisit() throws {
    let own = try JudgedSample.judged { _ in }.proxies
    let fraction = try #require(own.polyclonalFraction)
    let clonotypes = try #require(own.clonotypesPerCells)
    var richer = own
    richer.polyclonalFraction = 10 * fraction
    richer.clonotypesPerCells = 10 * clonotypes
    func isDiluted(_ last: SampleCall) throws -> Bool {
      try JudgedSample.judged {
        $0.earlier = [
          JudgedSample.visit("P1-FU1", day: "2026-01-01", proxies: richer),
          JudgedSample.visit("P1-FU2", day: "2026-02-01", call: last, proxies: own),
        ]
      }.codes.contains("HD-SUSP")
    }
    #expect(try isDiluted(.failed))
    #expect(try !isDiluted(.notDetected))
    #expect(try !isDiluted(.indeterminate))
  }

  @Test("a clone that emerged is no polyclonal background, nor is the tracked one")
  func background() throws {
    func words(_ emerged: Bool, _ clone: Int, _ least: Int) throws -> [String] {
      try JudgedSample.judged {
        if emerged { $0.makeDominant() }
        $0.cloneReads = clone
        $0.limits.monitoring.backgroundClonotypes = least
        $0.limits.monitoring.effectiveClonotypes = 0
      }.words("LIB-BG")
    }
    let few = ["warning: 120 clonotypes besides the index, at least 121 are expected"]
    #expect(try words(false, 0, 120) == [])
    #expect(try words(false, 0, 121) == few)
    #expect(try words(false, 500, 121) == few)
    #expect(try words(true, 0, 121) == few)
    #expect(try words(true, 500, 121) == few)
  }

  @Test("the share of reads on target is that of annotated and control reads")
  func onTarget() throws {
    let judgement = try JudgedSample.judged {
      $0.stages = [
        StageCounts(.read, input: 1_000, output: 1_000, rejected: [:]),
        StageCounts(.controls, input: 1_000, output: 900, rejected: ["control": 100]),
        StageCounts(.annotate, input: 900, output: 150, rejected: ["no_v": 750]),
      ]
    }
    #expect(
      judgement.words("RUN-OT")
        == ["failure: 0.25 of the reads are rearrangements or controls, at least 0.3 must be"]
    )
  }

  @Test("a sample without a read fails for that")
  func noReads() throws {
    let judgement = try JudgedSample.judged { $0.stages = [] }
    #expect(judgement.words("RUN-RDS") == ["failure: 0 reads, at least 1 is needed"])
    #expect(judgement.verdict.call == .failed)
    #expect(judgement.verdict.statuses.allSatisfy { $0.status == .notEvaluable })
  }
}
