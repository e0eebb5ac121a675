import Clonotyping
import Diagnostics
import Monitoring
import Quantification
import Rearrangements
import Testing
import Tracking

/// Everything that is said about a diagnostic sample, out of facts made by hand.
@Suite("Judgement of a baseline")
struct BaselineJudgementTests {
  private static func question(
    _ sample: JudgedSample,
    isEnriched: Bool = false,
    amplified: [RearrangementType] = [.ighVDJ]
  ) -> BaselineQuestion {
    BaselineQuestion(
      subject: "P1",
      isEnriched: isEnriched,
      lightChain: nil,
      amplified: amplified,
      background: ExpectedBackground(sample.annotator.germline)
    )
  }

  /// A sample whose clone has most of 20,000 reads and more.
  private static func sample(
    _ change: (inout JudgedSample) -> Void = { _ in }
  ) throws -> JudgedSample {
    var sample = try JudgedSample()
    sample.cloneReads = 20_000
    sample.limits.baseline.maxExpectedBackground = 1e9
    change(&sample)
    return sample
  }

  private static func judgement(
    _ change: (inout JudgedSample) -> Void = { _ in }
  ) throws -> BaselineJudgement {
    let sample = try sample(change)
    return BaselineJudgement(sample.facts, question(sample))
  }

  @Test("the clone is the index, named after its subject")
  func index() throws {
    let judgement = try Self.judgement()
    #expect(judgement.verdict == .indexFound)
    #expect(judgement.accepted.map(\.cloneID) == ["P1.IGH_VDJ.1"])
    let clone = try #require(judgement.accepted.first)
    #expect(clone.clonotype.duplicateCount == 20_000)
    #expect(clone.templates == 2_000)
    #expect(clone.cellFraction == 0.002)
    #expect(clone.likeFraction == 20_000.0 / 21_200)
    #expect(judgement.rejected.allSatisfy { $0.cloneID.text.hasPrefix("P1.rejected.IGH_VDJ.") })
  }

  @Test("in enriched cells shares of nucleated cells mean nothing")
  func enriched() throws {
    let sample = try Self.sample()
    let judgement = BaselineJudgement(sample.facts, Self.question(sample, isEnriched: true))
    #expect(judgement.verdict == .indexFound)
    #expect((judgement.accepted + judgement.rejected).allSatisfy { $0.cellFraction == nil })
  }

  @Test("an index that healthy cells have too often may only support")
  func supporting() throws {
    let judgement = try Self.judgement { $0.limits.baseline.maxExpectedBackground = -1 }
    #expect(judgement.accepted.map(\.role) == [.supporting])
    #expect(judgement.verdict == .indexFoundSupportingOnly)
  }

  @Test("a deep library without a clone has no index, a shallow one has failed")
  func noIndex() throws {
    let deep = try Self.judgement {
      $0.cloneReads = 0
      $0.limits.baseline.minReadsClass = 1_000
      $0.limits.baseline.minReadsShallow = 500
    }
    #expect(deep.accepted.isEmpty)
    #expect(deep.verdict == .noIndex)
    let shallow = try Self.judgement { $0.cloneReads = 0 }
    #expect(shallow.findings.contains { $0.code == "BL-RDS" && $0.severity == .failure })
    #expect(shallow.verdict == .failed)
    // What is not amplified is not missed.
    let sample = try Self.sample()
    let other = BaselineJudgement(
      sample.facts,
      Self.question(sample, amplified: [.ighVDJ, .igkVJ])
    )
    #expect(other.findings.contains { $0.code == "BL-RDS" && $0.severity == .warning })
    #expect(try !Self.judgement().findings.contains { $0.code == "BL-RDS" })
  }

  @Test("what a run says comes last, and an index stands against its failures")
  func runFindings() throws {
    let finding = Diagnostic(code: "CON-HOP", severity: .failure, message: "reads of others")
    let judgement = try Self.judgement {
      $0.run = RunInfluence(background: [], findings: [finding])
    }
    #expect(judgement.findings.last == finding)
    #expect(judgement.verdict == .indexFound)
    let without = try Self.judgement()
    #expect(judgement.findings.dropLast() == without.findings[...])
  }

  @Test("the reference has candidates first and the alleles of the others")
  func reference() throws {
    let sample = try Self.sample { $0.census = AlleleCensus() }
    let judgement = BaselineJudgement(sample.facts, Self.question(sample))
    let reference = judgement.reference(sample.facts)
    let candidates = judgement.accepted + judgement.rejected
    #expect(
      reference.clonotypes.prefix(candidates.count).map(\.id)
        == candidates.map { .clone($0.cloneID) }
    )
    #expect(reference.clonotypes.count == candidates.count + 20)
    #expect(reference.readsPerTemplate == 10)
    #expect(reference.cellEquivalents == 1_000_000)
    // A candidate may be the clone's: its allele is nobody's proof.
    let all = sample.ownCensus.counts.values.flatMap(\.values).reduce(0, +)
    let counted = reference.census.counts.values.flatMap(\.values).reduce(0, +)
    #expect(counted < all)
    #expect(counted > 20)
  }
}
