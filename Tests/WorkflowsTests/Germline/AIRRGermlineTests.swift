import Diagnostics
import Foundation
import Germline
import Nucleotides
import TestSupport
import Testing
import Workflows

@Suite("AIRR germline set JSON")
struct AIRRGermlineTests {
  @Test("becomes a set with its own gaps, flanks, name and version")
  func reads() throws {
    let folder = try ScratchFolder()
    let build = try GermlineWorkflow.build(
      GermlineBuildRequest(
        sources: [germlineTestdata("airr-germline-set.json")],
        species: "Homo sapiens",
        output: folder.path("set.tsv")
      )
    )
    let builtIn = try GermlineSet.default
    #expect(build.set.name == "Ten records")
    #expect(build.set.version == "3")
    #expect(
      build.set.alleles.map(\.name) == [
        "IGHV3-7*01", "IGHV3-23*01", "IGHV4-34*01", "IGHD2-2*01", "IGHD3-3*01", "IGHJ4*02",
        "IGHJ6*02",
      ]
    )
    #expect(build.excluded == [.otherRegion: 1, .otherSpecies: 1, .withdrawn: 1])
    #expect(build.recordCount == 10)
    // IGHV3-7*01 states no alignment, IGHV4-34*01 that of another allele.
    #expect(build.gappedCount == 2)
    for allele in build.set.alleles where allele.name != "IGHJ6*02" {
      #expect(allele == builtIn.alleles.first { $0.name == allele.name })
    }
    let own = try #require(build.set.alleles.last)
    #expect(own.downstream.count == 100)
    #expect(own.upstream.isEmpty)
    #expect(
      build.findings.map(\.description) == [
        """
        warning[GERM-ALIGNMENT]: the aligned sequence of IGHV4-34*01 has other bases than its \
        coding sequence
          --> \(germlineTestdata("airr-germline-set.json")) (record 3)
          help: Report it to the source; the gaps were taken from a related allele instead.
        """,
        """
        warning[GERM-FRAME]: the first whole codon of IGHJ4*02 starts at offset 2, its source \
        states 0
          help: Compare the J with its source; the motif's frame is used.
        """,
      ]
    )
    #expect(try GermlineSet(contentsOf: folder.path("set.tsv")) == build.set)
  }

  @Test(
    "that is damaged is refused with the field",
    arguments: [
      ("{", "the file is no whole JSON text"),
      ("{}", "the field GermlineSet is missing"),
      (#"{"GermlineSet": [{}]}"#, "the field GermlineSet[0].allele_descriptions is missing"),
      (#"{"GermlineSet": {}}"#, "the field GermlineSet.allele_descriptions is missing"),
      (
        #"{"GermlineSet": [{"allele_descriptions": 3}]}"#,
        "the field GermlineSet[0].allele_descriptions is no list"
      ),
      (
        #"{"GermlineSet": [{"allele_descriptions": [{"label": 3}]}]}"#,
        "the field GermlineSet[0].allele_descriptions[0].label is no text"
      ),
      (
        #"{"GermlineSet": [{"allele_descriptions": [{"label": null}]}]}"#,
        "the field GermlineSet[0].allele_descriptions[0].label is null"
      ),
    ]
  )
  func refuses(text: String, message: String) throws {
    let folder = try ScratchFolder()
    try Data(text.utf8).write(to: URL(filePath: folder.path("x.json")))
    let error = try #require(throws: Diagnostic.self) {
      _ = try GermlineWorkflow.build(
        GermlineBuildRequest(sources: [folder.path("x.json")], output: folder.path("set.tsv"))
      )
    }
    #expect(
      error.description == """
        error[GERM-SYNTAX]: \(message)
          --> \(folder.path("x.json"))
          help: Correct the named line or make the set again with 'clonetrack germline build'.
        """
    )
    #expect(folder.names() == ["x.json"])
  }
}
