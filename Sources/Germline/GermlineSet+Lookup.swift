extension GermlineSet {
  /// The alleles of one kind of segment of one locus, in the order of the file.
  package func alleles(of segment: Segment, in locus: Locus) -> [GermlineAllele] {
    alleles.filter { $0.locus == locus && $0.segment == segment }
  }

  /// The element of a kind; `nil` if the set has none.
  package func element(_ kind: GermlineElement.Kind) -> GermlineElement? {
    elements.first { $0.kind == kind }
  }
}
