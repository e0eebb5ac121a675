import Germline
import Nucleotides
import Testing

@Suite("The embedded germline set")
struct EmbeddedSetTests {
  @Test("has the alleles of AIRR-C IGH 9, IGK 4 and IGL 3")
  func counts() throws {
    let set = try GermlineSet.default
    #expect(set.name == "AIRR-C human IG")
    #expect(set.version == "IGH 9, IGK 4, IGL 3, set apart 1")
    #expect(set.licence == "CC0-1.0 AND CC-BY-4.0")
    // What sha256sum prints for germline.tsv.
    let digest = "2a82b3e2cec5aa9aae0a1ac1b1cd89ee0c3816b4ac84e894e1b8939c60629ab2"
    #expect(set.sha256 == digest)
    let expected: [(Locus, Segment, Int)] = [
      (.heavy, .v, 198), (.heavy, .d, 31), (.heavy, .j, 7), (.kappa, .v, 64), (.kappa, .d, 0),
      (.kappa, .j, 7), (.lambda, .v, 80), (.lambda, .d, 0), (.lambda, .j, 9),
    ]
    for (locus, segment, count) in expected {
      #expect(set.alleles(of: segment, in: locus).count == count, "\(locus) \(segment)")
    }
    // Counted in v-set-apart.tsv with cut and uniq.
    let silent: [(Locus, Functionality, Int)] = [
      (.heavy, .openReadingFrame, 26), (.heavy, .pseudogene, 51), (.kappa, .openReadingFrame, 5),
      (.kappa, .pseudogene, 21), (.lambda, .openReadingFrame, 2), (.lambda, .pseudogene, 7),
    ]
    for (locus, functionality, count) in silent {
      let found = set.setApart.count {
        $0.locus == locus && $0.functionality == functionality
      }
      #expect(found == count, "\(locus) \(functionality)")
    }
    #expect(
      set.setApart.count == 112
    )
  }

  @Test("agrees with every independently computed anchor, frame and border")
  func landmarks() throws {
    let rows = try ExpectedAnnotation.all()
    let set = try GermlineSet.default
    #expect(rows.count == set.alleles.count)
    let alleles = Dictionary(uniqueKeysWithValues: set.alleles.map { ($0.name, $0) })
    for row in rows {
      let name = row["allele"]
      let allele = try #require(alleles[name])
      #expect(allele.locus.rawValue == row["locus"], "\(name)")
      #expect(allele.segment.rawValue == row["segment"], "\(name)")
      #expect(allele.sequence.count == Int(row["length"]), "\(name)")
      #expect(allele.anchor == (row["anchor_ok"] == "True" ? Int(row["anchor0"]) : nil), "\(name)")
      #expect(allele.frame == Int(row["frame"]) ?? 0, "\(name)")
      let regions = allele.regions
      #expect(regions?.fr1 == Int(row["fr1"]), "\(name)")
      #expect(regions?.cdr1 == Int(row["cdr1"]), "\(name)")
      #expect(regions?.fr2 == Int(row["fr2"]), "\(name)")
      #expect(regions?.cdr2 == Int(row["cdr2"]), "\(name)")
      #expect(regions?.fr3 == Int(row["fr3"]), "\(name)")
      #expect(regions?.cdr3 == Int(row["cdr3"]), "\(name)")
      #expect(allele.gapped?.utf8.count == Int(row["gapped_len"]), "\(name)")
    }
  }

  @Test("has no Cys104 in the two alleles without that codon and everywhere else one")
  func alleleWithoutAnchor() throws {
    let without = try GermlineSet.default.alleles.filter { $0.segment != .d && $0.anchor == nil }
    #expect(without.map(\.name) == ["IGKV2-29*01", "IGLV3-2*03"])
  }

  @Test("has 350 nt before every D, the 5′ RSS last, and 120 nt after every J")
  func flanks() throws {
    for allele in try GermlineSet.default.alleles {
      #expect(allele.upstream.count == (allele.segment == .d ? 350 : 0), "\(allele.name)")
      #expect(allele.downstream.count == (allele.segment == .j ? 120 : 0), "\(allele.name)")
    }
    let allele = try #require(try GermlineSet.default.alleles.first { $0.name == "IGHD2-2*01" })
    #expect(allele.upstream.description.hasSuffix("GGATTTTGTGGGGGCTCGTGTCACTGTG"))
  }

  @Test("has the kappa elements cut at their coding ends")
  func elements() throws {
    let set = try GermlineSet.default
    let intron = try #require(set.element(.kappaIntron))
    #expect(intron.sequence.count == 422)
    #expect(intron.sequence.description.hasSuffix("GATGCTGCCGTAGCCAGCTTTCCTGATG"))
    #expect(
      (intron.accession, intron.start, intron.end) == ("NC_000002.12", 88_859_606, 88_860_027)
    )
    #expect(intron.strand == "-")
    let deleting = try #require(set.element(.kappaDeleting))
    #expect(deleting.sequence.count == 290)
    #expect(deleting.sequence.description.hasPrefix("GGAGCCCTAGTGGCAGCCCAGGGCGACTCC"))
    #expect((deleting.start, deleting.end, deleting.strand) == (88_832_483, 88_832_772, "-"))
  }

  @Test("is written as the bytes it was read from")
  func canonical() throws {
    #expect(try GermlineSet.default.fileBytes == GermlineSet.embeddedBytes)
    #expect(try GermlineSet.embedded() == GermlineSet.default)
  }
}
