import Diagnostics
import Germline
import Nucleotides
import Testing

@Suite("Germline verification")
struct GermlineVerificationTests {
  private func findings(_ change: (inout GermlineSet) -> Void) throws -> [String] {
    let builtIn = try GermlineSet.default
    var set = builtIn
    set.sha256 = "0"
    set.version = "changed"
    change(&set)
    let known = GermlineVerification(of: builtIn, builtIn: builtIn).findings
    return GermlineVerification(of: set, builtIn: builtIn).findings
      .filter { !known.contains($0) }
      .map { "\($0.severity.rawValue) \($0.code) \($0.message)" }
  }

  @Test("finds in the built-in set what was found in it by hand")
  func builtIn() throws {
    let set = try GermlineSet.default
    let verification = GermlineVerification(of: set, builtIn: set, statedSHA256: set.sha256)
    #expect(verification.isBuiltIn)
    #expect(!verification.hasErrors)
    // The two alleles that the reference table marks and the V with a stop in frame.
    #expect(
      verification.findings.map { "\($0.code) \($0.message)" } == [
        "GERM-ANCHOR IGKV2-29*01 has no TGT or TGC at Cys104",
        "GERM-ANCHOR IGLV3-2*03 has no TGT or TGC at Cys104",
        "GERM-STOP IGHV3-25*02 has a stop codon at base 145",
        "GERM-STOP IGHV3-25*03 has a stop codon at base 283",
        "GERM-STOP IGHV3-25*05 has a stop codon at base 283",
        "GERM-STOP IGHV3-62*03 has a stop codon at base 136",
        "GERM-STOP IGHV6-1*03 has a stop codon at base 208",
        "GERM-STOP IGHV8-51-1*03 has a stop codon at base 40",
        "GERM-STOP IGKV1-13*01 has a stop codon at base 103",
        "GERM-STOP IGKV2-29*01 has a stop codon at base 277",
        "GERM-STOP IGLV1-41*02 has a stop codon at base 250",
        "GERM-STOP IGLV3-13*01 has a stop codon at base 274",
        "GERM-STOP IGLV4-3*01 has a stop codon at base 310",
        "GERM-STOP IGLV5-48*02 has a stop codon at base 259",
        "GERM-STOP IGLV9-49*01 has a stop codon at base 313",
      ]
    )
  }

  @Test("counts alleles and genes")
  func summary() throws {
    let summary = GermlineSummary(of: try GermlineSet.default)
    #expect(summary.rows.map(\.alleleCount) == [198, 31, 7, 64, 7, 80, 9])
    // Names of germline.tsv cut at the asterisk, by sort -u.
    #expect(summary.rows.map(\.geneCount) == [63, 26, 6, 43, 5, 40, 7])
    #expect(summary.rows.map(\.anchoredCount) == [198, 0, 7, 63, 7, 79, 9])
    #expect(summary.rows.map(\.flankedCount) == [0, 31, 7, 0, 7, 0, 9])
    #expect(summary.elements == [.kappaIntron, .kappaDeleting])
  }

  @Test("compares the stated sha256 in either case")
  func stated() throws {
    let set = try GermlineSet.default
    let same = GermlineVerification(
      of: set,
      builtIn: set,
      statedSHA256: set.sha256.uppercased()
    )
    #expect(!same.hasErrors)
    let other = GermlineVerification(of: set, builtIn: set, statedSHA256: "ABC")
    #expect(other.hasErrors)
    #expect(
      other.findings.first?.description == """
        error[GERM-CHECKSUM]: the set has sha256 \(set.sha256), expected abc
          help: Fetch the set again, or state the sha256 of the set that is meant.
        """
    )
  }

  @Test("sees a set that bears the built-in one's name with other bytes")
  func altered() throws {
    let builtIn = try GermlineSet.default
    var set = builtIn
    set.sha256 = "0"
    let verification = GermlineVerification(of: set, builtIn: builtIn)
    #expect(!verification.isBuiltIn)
    #expect(verification.findings.first?.code == "GERM-ALTERED")
  }

  @Test("names every defect that is put into a set")
  func defects() throws {
    #expect(try findings { _ in } == [])
    #expect(
      try findings { $0.alleles.append($0.alleles[0]) } == [
        "error GERM-DUPLICATE IGHV1-2*02 stands 2 times, expected once"
      ]
    )
    #expect(
      try findings { set in
        var twin = set.alleles[0]
        twin.name = "IGHV1-2*99"
        set.alleles.append(twin)
      } == ["note GERM-TWINS IGHV1-2*02 and IGHV1-2*99 have the same sequence"]
    )
    #expect(
      try findings { set in
        let index = set.alleles.firstIndex { $0.name == "IGHJ4*02" } ?? 0
        set.alleles[index].anchor = nil
        set.alleles[index].downstream = NucleotideSequence()
      } == [
        "warning GERM-MOTIF IGHJ4*02 has no [WF]GxG motif",
        "warning GERM-MISSING no downstream flank for 1 of 23 J alleles, the first is IGHJ4*02",
      ]
    )
    #expect(
      try findings { set in set.alleles.removeAll { $0.segment == .d || $0.locus == .lambda } } == [
        "warning GERM-MISSING no IGH D allele", "warning GERM-MISSING no IGL allele",
      ]
    )
    #expect(
      try findings { $0.elements = [] } == [
        "warning GERM-MISSING no kappa deleting element",
        "warning GERM-MISSING no kappa intron element",
      ]
    )
  }
}
