import Diagnostics
import Monitoring
import Testing
import Tracking

@Suite("Identity by V alleles")
struct DriftIdentityTests {
  /// Ten genes with two alleles of five clonotypes each.
  private static let baseline = census { _ in ["01": 5, "02": 5] }

  private static func census(_ alleles: (Int) -> [String: Int]) -> AlleleCensus {
    AlleleCensus(
      Dictionary(
        uniqueKeysWithValues: (1...10).map { number in
          let gene = "IGHV3-\(number)"
          return (
            gene,
            Dictionary(uniqueKeysWithValues: alleles(number).map { ("\(gene)*\($0)", $1) })
          )
        }
      )
    )
  }

  private static func words(
    _ later: AlleleCensus,
    baseline: AlleleCensus = baseline,
    isIndexDetected: Bool = false
  ) -> String? {
    GenotypeRule.finding(
      for: GenotypeEvidence(isIndexDetected: isIndexDetected, baseline: baseline, later: later)
    )?.words
  }

  @Test("ID-SWAP raised: 0.79 of 100 clonotypes have a V allele of the baseline, and no index")
  func concordance() {
    // 100 clonotypes, 21 of an allele that the baseline lacks.
    #expect(
      Self.words(Self.census { $0 == 1 ? ["01": 7, "03": 3] : ["01": 8, "03": 2] })
        == "failure: no index clonotype is detected and 0.79 of 100 polyclonal clonotypes have a V "
        + "allele of the baseline, at least 0.8 is expected"
    )
  }

  @Test("ID-SWAP inside: 0.8 of 100 clonotypes have a V allele of the baseline")
  func concordanceInside() {
    #expect(Self.words(Self.census { _ in ["01": 8, "03": 2] }) == nil)
  }

  private static func depth(_ later: AlleleCensus, isIndexDetected: Bool = false) -> String? {
    GenotypeDepthRule.finding(
      for: GenotypeEvidence(isIndexDetected: isIndexDetected, baseline: baseline, later: later)
    )?.words
  }

  @Test("ID-FEW raised: 49 clonotypes can be compared, and no index")
  func few() {
    #expect(
      Self.depth(Self.census { $0 == 1 ? ["01": 4] : ["01": 5] })
        == "note: no index clonotype is detected and 49 polyclonal clonotypes can be compared with "
        + "the baseline by V allele, at least 50 are needed: another person's sample would not be "
        + "seen"
    )
  }

  @Test("ID-FEW inside: 50 clonotypes, or an index")
  func fewInside() {
    #expect(Self.depth(Self.census { _ in ["01": 5] }) == nil)
    #expect(Self.depth(AlleleCensus(), isIndexDetected: true) == nil)
  }

  @Test(
    "the verdict: a clone, alleles that agree or differ, or too few of them",
    arguments: [
      (true, 5, "03", GenotypeVerdict.cloneDetected), (false, 5, "01", .agrees),
      (false, 5, "03", .differs), (false, 4, "01", .tooFew),
    ]
  )
  func verdict(isIndexDetected: Bool, each: Int, allele: String, verdict: GenotypeVerdict) {
    let evidence = GenotypeEvidence(
      isIndexDetected: isIndexDetected,
      baseline: Self.baseline,
      later: Self.census { _ in [allele: each] }
    )
    #expect(evidence.verdict == verdict)
    #expect(evidence.compared.all == 10 * each)
  }

  @Test("ID-SWAP: 49 clonotypes say nothing, 50 do")
  func clonotypes() {
    #expect(Self.words(Self.census { $0 == 1 ? ["03": 4] : ["03": 5] }) == nil)
    #expect(
      Self.words(Self.census { _ in ["03": 5] })
        == "failure: no index clonotype is detected and 0 of 50 polyclonal clonotypes have a V "
        + "allele of the baseline, at least 0.8 is expected"
    )
  }

  @Test("ID-SWAP: a detected index, or a gene that the baseline hardly shows, is no evidence")
  func guards() {
    let other = Self.census { _ in ["03": 10] }
    #expect(Self.words(other, isIndexDetected: true) == nil)
    #expect(Self.words(other, baseline: Self.census { _ in ["01": 2] }) == nil)
    #expect(Self.words(other, baseline: Self.census { _ in ["01": 3] }) != nil)
  }

  @Test("ID-SWAP: an allele of less than a tenth of a gene is a mutated other one")
  func rareAllele() {
    let later = Self.census { _ in ["03": 10] }
    #expect(Self.words(later, baseline: Self.census { _ in ["01": 20, "03": 2] }) != nil)
    #expect(Self.words(later, baseline: Self.census { _ in ["01": 18, "03": 2] }) == nil)
  }

  @Test(
    "the allele of a V with an identity of 0.98 is believed, of one with less it is not",
    arguments: [(1.0, true), (0.98, true), (0.979_9, false)]
  )
  func believedCalls(identity: Double, isBelieved: Bool) {
    // Two mutations in 100 bases are believed.
    #expect(GenotypeLimits.clonetrackMMv1.believes(callOfIdentity: identity) == isBelieved)
  }

  @Test("a call of several genes, or of all alleles of one, is not counted")
  func ties() {
    var census = AlleleCensus()
    let known = ["IGHV3-1": 3, "IGHV3-2": 1]
    census.add(["IGHV3-1*01", "IGHV3-2*01"], known: known)
    census.add(["IGHV3-2*01"], known: known)
    census.add(["IGHV3-1*01", "IGHV3-1*02", "IGHV3-1*03"], known: known)
    #expect(census.counts.isEmpty)
    census.add(["IGHV3-1*03", "IGHV3-1*02"], known: known)
    #expect(census.counts == ["IGHV3-1": ["IGHV3-1*02,IGHV3-1*03": 1]])
  }

  @Test("calls that have an allele in common agree")
  func sharedAllele() {
    let later = Self.census { _ in ["02": 10] }
    let ambiguous = AlleleCensus(
      Dictionary(
        uniqueKeysWithValues: (1...10).map {
          ("IGHV3-\($0)", ["IGHV3-\($0)*01,IGHV3-\($0)*02": 3])
        }
      )
    )
    #expect(Self.words(later, baseline: ambiguous) == nil)
  }
}
