import Diagnostics
import Germline
import Nucleotides
import Testing

@Suite("The germline builder")
struct GermlineBuilderTests {
  private static let title = GermlineTitle(name: "T", version: "1")

  /// The default set as FASTA, from its last allele to its first, with lines of 60 letters.
  private static func fasta(
    of alleles: [GermlineAllele],
    header: (GermlineAllele) -> String,
    letters: (GermlineAllele) -> String
  ) -> [UInt8] {
    var text = ""
    for allele in alleles.reversed() {
      text += ">\(header(allele))\n"
      var rest = letters(allele)[...]
      while !rest.isEmpty {
        text += rest.prefix(60).lowercased() + "\n"
        rest = rest.dropFirst(60)
      }
    }
    return Array(text.utf8)
  }

  @Test("makes the built-in set again out of IMGT FASTA, byte for byte")
  func imgt() throws {
    let set = try GermlineSet.default
    var builder = GermlineBuilder(
      title: GermlineTitle(
        name: set.name,
        version: set.version,
        source: set.source,
        licence: set.licence,
        citation: set.citation
      )
    )
    try GermlineFASTA.read(
      Self.fasta(of: set.alleles) { allele in
        "M99641|\(allele.name)|Homo sapiens|F|\(allele.segment.rawValue)-REGION|188..483|296 nt|1| "
      } letters: {
        $0.gapped ?? $0.sequence.description
      },
      path: "imgt.fasta",
      species: "Homo sapiens",
      into: &builder
    )
    let build = try builder.build(defaults: set)
    #expect(build.set.fileBytes == GermlineSet.embeddedBytes)
    #expect(build.set == set)
    #expect(build.recordCount == 396)
    #expect(build.excluded == [:])
    #expect(build.flankedCount == 54)
    #expect(build.findings == [])
  }

  @Test("gaps plain V after their relatives as the AIRR Community did")
  func gapTransfer() throws {
    let set = try GermlineSet.default
    var (same, gapped, wrong) = (0, 0, [String]())
    for allele in set.alleles where allele.segment == .v {
      // Relatives without the allele itself, so that the answer has to be transferred.
      let relatives = GermlineSet(
        name: "R",
        version: "1",
        sha256: "",
        alleles: set.alleles.filter { $0.name != allele.name },
        elements: []
      )
      var builder = GermlineBuilder(title: Self.title)
      try builder.add(GermlineRecord(name: allele.name, letters: allele.sequence.description))
      let build = try builder.build(defaults: relatives)
      let made = try #require(build.set.alleles.first)
      if made.gapped == allele.gapped { same += 1 }
      if made.gapped != nil { gapped += 1 }
      if made.gapped != nil, made.anchor != allele.anchor { wrong.append(allele.name) }
    }
    #expect(wrong == [])
    // Nine have no near relative or a codon that it lacks; four differ in where a gap stands.
    #expect(gapped == 333)
    #expect(same == 329)
  }

  @Test("leaves out what is no allele of the locus and counts it")
  func exclusions() throws {
    let text = """
      >A1|IGHV1-2*01|Homo sapiens|F|V-REGION|
      ACGTACGT
      >A2|IGHV1-2*01|Mus musculus|F|V-REGION|
      TTTTTTTT
      >A3|IGHM*01|Homo sapiens|F|CH1|
      ACGT
      >A4|IGHV1/OR15-1*01|Homo sapiens|ORF|V-REGION|
      ACGTACGT
      >A5|IGHV1-2*01|Homo sapiens|F|V-REGION|
      acgtacgt
      >IGHD*01 the constant gene of IgD
      ACGT
      >IGHJ1*01 a plain header
      ACGT

      """
    var builder = GermlineBuilder(title: Self.title)
    try GermlineFASTA.read(
      Array(text.utf8),
      path: "x.fasta",
      species: "Homo sapiens",
      into: &builder
    )
    let build = try builder.build(defaults: nil)
    #expect(build.set.alleles.map(\.name) == ["IGHV1-2*01", "IGHJ1*01"])
    #expect(build.excluded == [.otherSpecies: 1, .otherRegion: 2, .orphon: 1, .repeated: 1])
    #expect(build.recordCount == build.set.alleles.count + build.excluded.values.reduce(0, +))
    #expect(build.set.elements.isEmpty)
  }

  @Test("gives an unknown allele the flank of its gene, and only if asked")
  func flanks() throws {
    let set = try GermlineSet.default
    var builder = GermlineBuilder(title: Self.title)
    try builder.add(GermlineRecord(name: "IGHJ4*77", letters: "ACTACTTTGACTACTGGGGCCAAGGAACC"))
    try builder.add(GermlineRecord(name: "IGHJ9*01", letters: "ACTACTTTGACTACTGGGGCCAAGGAACC"))
    let donor = try #require(set.alleles.first { $0.name == "IGHJ4*02" })
    let build = try builder.build(defaults: set)
    #expect(build.set.alleles.map(\.downstream) == [donor.downstream, NucleotideSequence()])
    #expect(build.flankedCount == 1)
    let bare = try builder.build(defaults: nil)
    #expect(bare.set.alleles.map(\.downstream.count) == [0, 0])
  }

  @Test("adds the kappa elements to a set with kappa alleles only")
  func elements() throws {
    let set = try GermlineSet.default
    for (name, expected) in [("IGKJ1*01", set.elements), ("IGLJ1*01", [])] {
      var builder = GermlineBuilder(title: Self.title)
      try builder.add(GermlineRecord(name: name, letters: "GTGGACGTTCGGCCAAGGGACC"))
      #expect(try builder.build(defaults: set).set.elements == expected)
    }
  }
}
