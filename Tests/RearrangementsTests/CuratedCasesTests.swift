import Germline
import Nucleotides
import Rearrangements
import Testing

@Suite("Curated rearrangements")
struct CuratedCasesTests {
  /// One annotator for all cases: its tables take a while to build.
  private static let annotator = Result { Annotator(try GermlineSet.default) }

  @Test("are designated as they were built", arguments: try CuratedCase.all(in: "plain.fa"))
  func plain(_ curated: CuratedCase) throws { try judge(curated) }

  @Test("are recognised through hypermutation", arguments: try CuratedCase.all(in: "mutated.fa"))
  func mutated(_ curated: CuratedCase) throws { try judge(curated) }

  @Test("are recognised through gaps", arguments: try CuratedCase.all(in: "gapped.fa"))
  func gapped(_ curated: CuratedCase) throws { try judge(curated) }

  @Test("are recognised between primers", arguments: try CuratedCase.all(in: "primed.fa"))
  func primed(_ curated: CuratedCase) throws { try judge(curated) }

  @Test("are told from what is none", arguments: try CuratedCase.all(in: "none.fa"))
  func none(_ curated: CuratedCase) throws { try judge(curated) }

  @Test("are the same from the other strand", arguments: try CuratedCase.all(in: "gapped.fa"))
  func otherStrand(_ curated: CuratedCase) throws {
    let read = try #require(NucleotideSequence(curated.bases))
    let forward = try annotated(read)
    let reverse = try annotated(read.reverseComplement)
    #expect(forward?.type == reverse?.type)
    #expect(forward?.v?.alleles == reverse?.v?.alleles)
    #expect(forward?.d?.alleles == reverse?.d?.alleles)
    #expect(forward?.d2?.alleles == reverse?.d2?.alleles)
    #expect(forward?.j?.alleles == reverse?.j?.alleles)
    #expect(forward?.junctionRange == reverse?.junctionRange)
    #expect(forward?.sequence == reverse?.sequence)
  }

  /// Compares a case with its header; a case marked as a bug must fail.
  private func judge(_ curated: CuratedCase) throws {
    guard let bug = curated["bug"] else { return try compare(curated) }
    withKnownIssue("\(curated.name): \(bug)") { try compare(curated) }
  }

  private func compare(_ curated: CuratedCase) throws {
    let read = try #require(NucleotideSequence(curated.bases))
    let found = try annotated(read, primers: curated.primers)
    #expect(found?.type.rawValue ?? "none" == curated["type"])
    guard let found else {
      if let reason = curated["reason"] {
        #expect(try rejection(read, primers: curated.primers) == reason)
      }
      return
    }
    if let functionality = curated["functionality"] {
      #expect(found.v?.functionality.rawValue == functionality)
    }
    if let productive = curated["productive"] {
      #expect(found.productive == (productive == "T"))
    }
    for (key, call) in [("v", found.v), ("d", found.d), ("d2", found.d2), ("j", found.j)] {
      guard let genes = curated.genes(key) else { continue }
      let first = call?.alleles.first.map { String($0.prefix { $0 != "*" }) }
      #expect(
        genes.isEmpty ? first == nil : genes.contains(first ?? "-"),
        "\(key) is \(first ?? "-")"
      )
    }
    #expect((found.d?.isInverted ?? false) == (curated["inverted"] == "d"))
    let junction = found.junctionRange.map { found.sequence[$0].description }
    #expect(junction == curated["junction"])
  }

  /// Why a read with so many bases under a primer at either end is rejected; `nil` if it is not.
  private func rejection(
    _ read: NucleotideSequence,
    primers: (start: Int, end: Int)
  ) throws -> String? {
    var scratch = AnnotationScratch()
    let annotator = try Self.annotator.get()
    do throws(RejectionReason) {
      let free = primers.start..<(read.count - primers.end)
      _ = try annotator.annotate(read.codes.span, primerFree: free, &scratch)
      return nil
    } catch {
      return error.rawValue
    }
  }

  /// The annotation of a read with so many bases under a primer at either end; `nil` if it is
  /// rejected.
  private func annotated(
    _ read: NucleotideSequence,
    primers: (start: Int, end: Int) = (0, 0)
  ) throws -> Rearrangement? {
    let primerFree = primers.start..<(read.count - primers.end)
    var scratch = AnnotationScratch()
    let annotator = try Self.annotator.get()
    do {
      return try annotator.annotate(read.codes.span, primerFree: primerFree, &scratch)
    } catch {
      return nil
    }
  }
}
