import Germline
import Nucleotides
import Testing

@Suite("Landmarks")
struct LandmarkTests {
  @Test("of an ungapped V are found by the Y[YF]C motif where the table has Cys104")
  func motif() throws {
    let rows = try ExpectedAnnotation.all().filter { $0["segment"] == "V" }
    let alleles = Dictionary(
      uniqueKeysWithValues: try GermlineSet.default.alleles.map { ($0.name, $0) }
    )
    var (found, wrong) = (0, [String]())
    for row in rows {
      var allele = try #require(alleles[row["allele"]])
      allele.gapped = nil
      allele.locateLandmarks()
      #expect(allele.regions == nil)
      guard let anchor = allele.anchor else { continue }
      found += 1
      if row["anchor_ok"] != "True" || anchor != Int(row["anchor0"]) { wrong.append(allele.name) }
    }
    // A frame shift before its Cys puts that codon out of the IMGT columns; the motif still has it.
    #expect(wrong == ["IGLV3-2*03"])
    // The others have another residue at 102 or 103.
    #expect(found == 326)
  }

  @Test("of a V whose 5′ end is missing start in the right frame", arguments: 0..<12)
  func truncated(missing: Int) throws {
    let whole = try #require(try GermlineSet.default.alleles.first { $0.name == "IGHV1-18*01" })
    let gapped = try #require(whole.gapped)
    var allele = whole
    allele.sequence = whole.sequence[missing..<whole.sequence.count]
    allele.gapped = String(repeating: ".", count: missing) + gapped.dropFirst(missing)
    allele.locateLandmarks()
    #expect(allele.frame == (3 - missing % 3) % 3)
    // The table has Cys104 of IGHV1-18*01 at 285.
    #expect(allele.anchor == 285 - missing)
    #expect(allele.regions?.cdr3 == 288 - missing)
    #expect(allele.regions?.fr1 == 0)
  }

  @Test("are absent where the V ends before Cys104")
  func short() throws {
    var allele = try #require(try GermlineSet.default.alleles.first { $0.name == "IGHV1-18*01" })
    let gapped = try #require(allele.gapped)
    allele.gapped = String(gapped.prefix(311))
    allele.sequence = allele.sequence[0..<287]
    allele.locateLandmarks()
    #expect(allele.anchor == nil)
    #expect(allele.regions == nil)
  }

  @Test("of a J need the whole motif")
  func joining() throws {
    // IGHJ4*02 with TGGGGCCAAGGA turned into TGGGGCCAAGAA: W118 without the second glycine.
    var allele = GermlineAllele(
      name: "IGHJ4*99",
      locus: .heavy,
      segment: .j,
      sequence: try #require(
        NucleotideSequence("ACTACTTTGACTACTGGGGCCAAGAAACCCTGGTCACCGTCTCCTCAG")
      )
    )
    allele.locateLandmarks()
    #expect(allele.anchor == nil)
    allele.sequence = try #require(
      NucleotideSequence("ACTACTTTGACTACTGGGGCCAAGGAACCCTGGTCACCGTCTCCTCAG")
    )
    allele.locateLandmarks()
    #expect(allele.anchor == 14)
    #expect(allele.frame == 2)
  }
}
