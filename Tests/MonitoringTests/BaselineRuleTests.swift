import Clonotyping
import Diagnostics
import Monitoring
import Rearrangements
import Testing
import Tracking

@Suite("Rules of a baseline")
struct BaselineRuleTests {
  typealias Candidate = BaselineEvidence.Candidate

  private static func clone(_ name: String, _ type: RearrangementType) -> Candidate {
    Candidate(
      cloneID: CloneID(name),
      rearrangementType: type,
      likeFraction: 0.4,
      templates: 400,
      vIdentity: type == .ighVDJ ? 0.93 : nil,
      isProductive: type == .ighVDJ,
      expectedBackground: 1e-4,
      isIndex: true
    )
  }

  /// A baseline without a finding.
  private static var good: BaselineEvidence {
    BaselineEvidence(
      totalReads: 100_000,
      classes: [.init(.ighVDJ, reads: 40_000), .init(.igkVJ, reads: 30_000)],
      candidates: [clone("H", .ighVDJ), clone("K", .igkVJ)],
      isScaled: true
    )
  }

  private func findings(_ code: String, _ change: (inout BaselineEvidence) -> Void) -> [String] {
    var sample = Self.good
    change(&sample)
    return SampleRules.findings(for: sample).filter { $0.code == code }.map(\.words)
  }

  @Test("a good baseline has no finding")
  func good() {
    #expect(SampleRules.findings(for: Self.good).isEmpty)
  }

  @Test("RUN-RDS raised: fewer than 20,000 reads")
  func reads() {
    #expect(
      findings("RUN-RDS") { $0.totalReads = 19_999 }
        == ["failure: 19999 reads, at least 20000 are needed"]
    )
  }

  @Test("RUN-RDS inside: 20,000 reads")
  func readsInside() {
    #expect(findings("RUN-RDS") { $0.totalReads = 20_000 }.isEmpty)
  }

  @Test("BL-RDS raised: a class below 20,000 warns, none at 10,000 fails")
  func classDepth() {
    #expect(
      findings("BL-RDS") { $0.classes[1].reads = 19_999 }
        == ["warning: fewer than 20000 usable reads in a locus class (reads: IGK_VJ 19999)"]
    )
    #expect(
      findings("BL-RDS") {
        $0.classes[0].reads = 9_999
        $0.classes[1].reads = 0
      } == ["failure: no locus class has 10000 usable reads (reads: IGH_VDJ 9999, IGK_VJ 0)"]
    )
  }

  @Test("BL-RDS inside: 20,000 reads in each class")
  func classDepthInside() {
    #expect(findings("BL-RDS") { $0.classes[1].reads = 20_000 }.isEmpty)
  }

  @Test("BL-NOIDX raised: no candidate passed")
  func index() {
    #expect(
      findings("BL-NOIDX") { $0 = Self.withoutIndex($0) }
        == ["failure: 0 of 2 candidates passed every gate, at least 1 is needed"]
    )
  }

  @Test("BL-NOIDX inside: one candidate passed")
  func indexInside() {
    #expect(findings("BL-NOIDX") { $0.candidates[0].isIndex = false }.isEmpty)
  }

  private static func withoutIndex(_ sample: BaselineEvidence) -> BaselineEvidence {
    var sample = sample
    for position in sample.candidates.indices { sample.candidates[position].isIndex = false }
    return sample
  }

  /// A clonotype of a share that cannot be annotated.
  private static func unannotated(_ row: Int, _ share: Double) -> BaselineEvidence.Unannotated {
    .init(id: .row(row), locusClass: .ighVDJ, likeFraction: share, reason: .junctionNotCovered)
  }

  @Test("BL-ANNOT raised: 0.03 of the like reads cannot be annotated")
  func annotation() {
    #expect(
      findings("BL-ANNOT") { $0.unannotated = [Self.unannotated(1, 0.41)] }
        == [
          "warning: clonotype-1 with 0.41 of the IGH_VDJ reads (junction_not_covered) "
            + "cannot be annotated and is not followed"
        ]
    )
    #expect(
      findings("BL-ANNOT") {
        $0.unannotated = [
          Self.unannotated(2, 0.03), Self.unannotated(3, 0.029), Self.unannotated(5, 0.3),
        ]
      } == [
        "warning: clonotype-2 with 0.03 of the IGH_VDJ reads (junction_not_covered), "
          + "clonotype-5 with 0.3 of the IGH_VDJ reads (junction_not_covered) "
          + "cannot be annotated and is not followed"
      ]
    )
  }

  @Test(
    "BL-ANNOT inside: less than 0.03 of the like reads, or every leading clonotype annotated"
  )
  func annotationInside() {
    #expect(findings("BL-ANNOT") { $0.unannotated = [Self.unannotated(1, 0.029)] }.isEmpty)
    #expect(findings("BL-ANNOT") { _ in }.isEmpty)
  }

  @Test("BL-LOWCLN raised: the best candidate is below 0.03 or 40 templates")
  func lowClonality() {
    func best(_ fraction: Double, _ templates: Double?) -> [String] {
      findings("BL-LOWCLN") {
        $0 = Self.withoutIndex($0)
        $0.candidates[0].likeFraction = fraction
        $0.candidates[0].templates = templates
        $0.candidates[1].likeFraction = 0.01
      }
    }
    #expect(
      best(0.029, 400)
        == [
          "failure: the best candidate H has 0.029 of the like templates, "
            + "at least 0.03 are needed"
        ]
    )
    #expect(
      best(0.03, 39)
        == ["failure: the best candidate H has 39 templates, at least 40 are needed"]
    )
  }

  @Test("BL-LOWCLN inside: 0.03 of the like templates and 40 templates")
  func lowClonalityInside() {
    func best(_ fraction: Double, _ templates: Double?) -> [String] {
      findings("BL-LOWCLN") {
        $0 = Self.withoutIndex($0)
        $0.candidates[0].likeFraction = fraction
        $0.candidates[0].templates = templates
        $0.candidates[1].likeFraction = 0.01
      }
    }
    #expect(best(0.03, 40).isEmpty)
    #expect(best(0.03, nil).isEmpty)
  }

  @Test("BL-OLIGO raised: more than 2 IGH or 4 IGK")
  func oligoclonality() {
    #expect(
      findings("BL-OLIGO") {
        $0.candidates += [Self.clone("H2", .ighVDJ), Self.clone("D", .ighDJ)]
      } == ["warning: 3 IGH and 1 IGK index clonotypes, one clone has at most 2 and 4"]
    )
    #expect(
      findings("BL-OLIGO") {
        $0.candidates += (2...5).map { Self.clone("K\($0)", .igkVKde) }
      } == ["warning: 1 IGH and 5 IGK index clonotypes, one clone has at most 2 and 4"]
    )
  }

  @Test("BL-OLIGO inside: 2 IGH and 4 IGK")
  func oligoclonalityInside() {
    #expect(
      findings("BL-OLIGO") {
        $0.candidates += (2...4).map { Self.clone("K\($0)", .igkVKde) }
        $0.candidates += [Self.clone("D", .ighDJ)]
      }.isEmpty
    )
  }

  @Test("BL-NOPROD raised: no productive IGH VDJ among the index clonotypes")
  func productivity() {
    #expect(
      findings("BL-NOPROD") { $0.candidates[0].isProductive = false }
        == ["warning: 0 productive IGH_VDJ among 2 index clonotypes, 1 is expected"]
    )
    #expect(
      findings("BL-NOPROD") { $0.candidates[0].isIndex = false }
        == ["warning: 0 productive IGH_VDJ among 1 index clonotype, 1 is expected"]
    )
  }

  @Test("BL-NOPROD inside: nothing to judge without an index")
  func productivityInside() {
    #expect(findings("BL-NOPROD") { $0 = Self.withoutIndex($0) }.isEmpty)
  }

  @Test("BL-SHM raised: V identity below 0.88, or IGH VDJ without reads beside others")
  func hypermutation() {
    #expect(
      findings("BL-SHM") { $0.candidates[0].vIdentity = 0.879 }
        == ["warning: V identity 0.879 of H, at least 0.88 keeps primer sites"]
    )
    #expect(
      findings("BL-SHM") { $0.classes[0].reads = 0 }
        == ["warning: 0 reads of IGH_VDJ beside 30000 of IGK_VJ, some are expected"]
    )
  }

  @Test("BL-SHM inside: V identity of 0.88, or no reads of any class")
  func hypermutationInside() {
    #expect(findings("BL-SHM") { $0.candidates[0].vIdentity = 0.88 }.isEmpty)
    #expect(
      findings("BL-SHM") {
        $0.classes[0].reads = 0
        $0.classes[1].reads = 0
      }.isEmpty
    )
  }

  @Test("BL-UNIQ raised: every index clonotype above 0.1 background templates")
  func uniqueness() {
    #expect(
      findings("BL-UNIQ") {
        $0.candidates[0].expectedBackground = 0.101
        $0.candidates[1].expectedBackground = 3
      } == [
        "indeterminate: 0.101 background templates expected of the rarest index clonotype, "
          + "at most 0.1 make a marker"
      ]
    )
  }

  @Test("BL-UNIQ inside: 0.1 background templates")
  func uniquenessInside() {
    #expect(
      findings("BL-UNIQ") {
        $0.candidates[0].expectedBackground = 0.1
        $0.candidates[1].expectedBackground = 3
      }.isEmpty
    )
  }

  @Test("BL-NOSCALE raised: reads without a scale")
  func scale() {
    #expect(
      findings("BL-NOSCALE") { $0.isScaled = false }
        == ["warning: 0 control reads to scale by, templates are unknown"]
    )
  }

  @Test("BL-NOSCALE inside: reads that are scaled")
  func scaleInside() {
    #expect(findings("BL-NOSCALE") { $0.isScaled = true }.isEmpty)
  }
}
