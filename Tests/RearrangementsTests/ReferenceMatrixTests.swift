import Germline
import Nucleotides
import Rearrangements
import Testing

@Suite("Reference matrix")
struct ReferenceMatrixTests {
  private let germline: GermlineSet
  private let annotator: Annotator

  init() throws {
    germline = try GermlineSet.default
    annotator = Annotator(germline)
  }

  @Test(
    "has every allele of its class",
    arguments: [
      (ElementClass.heavyV, Locus.heavy, Segment.v), (.kappaV, .kappa, .v), (.lambdaV, .lambda, .v),
      (.heavyJ, .heavy, .j), (.kappaJ, .kappa, .j), (.lambdaJ, .lambda, .j),
    ]
  )
  func rows(_ elementClass: ElementClass, _ locus: Locus, _ segment: Segment) {
    let matrix = annotator[elementClass]
    let alleles = germline.alleles(of: segment, in: locus).filter {
      segment == .v || $0.anchor != nil
    }
    #expect(matrix.elementClass == elementClass)
    #expect(matrix.names == alleles.map(\.name))
    #expect(matrix.width % 16 == 0)
    for (row, allele) in alleles.enumerated() {
      #expect(matrix.ends[row] - matrix.starts[row] == allele.sequence.count)
      if let anchor = allele.anchor {
        #expect(matrix.starts[row] + anchor == matrix.origin, "\(allele.name)")
      }
      let gene = matrix.geneNames[Int(matrix.genes[row])]
      #expect(allele.name == gene || allele.name.hasPrefix(gene + "*"))
    }
    #expect(Set(matrix.geneNames).count == matrix.geneNames.count)
  }

  @Test("is empty for a set without the class")
  func empty() {
    let none = GermlineSet(name: "none", version: "0", sha256: "", alleles: [], elements: [])
    let annotator = Annotator(none)
    #expect(ElementClass.allCases.allSatisfy { annotator[$0].count == 0 })
    var scratch = AnnotationScratch()
    let read = [UInt8](repeating: 2, count: 200)
    #expect(throws: RejectionReason.noFivePrimeElement) {
      try annotator.locate(read.span, primerFree: 0..<200, &scratch)
    }
  }
}
