import Nucleotides

extension GermlineAllele {
  /// Computes `anchor`, `frame` and `regions` from the sequence and its gaps.
  package mutating func locateLandmarks() {
    (anchor, frame, regions) = (nil, 0, nil)
    switch segment {
    case .v: locateVariableLandmarks()
    case .d: break
    case .j:
      anchor = ConservedCodons.tryptophanOrPhenylalanine118(in: sequence.codes)
      frame = (anchor ?? 0) % 3
    }
  }

  private mutating func locateVariableLandmarks() {
    guard let gapped else {
      anchor = ConservedCodons.cysteine104(in: sequence.codes)
      frame = (anchor ?? 0) % 3
      return
    }
    // A V whose 5′ end is missing begins with gaps, perhaps inside a codon.
    let lead = gapped.utf8.prefix { $0 == IMGTNumbering.gap }.count
    frame = (3 - lead % 3) % 3
    guard gapped.utf8.count >= IMGTNumbering.columnsThroughCysteine else { return }
    let starts = IMGTNumbering.regionStarts
    regions = VariableRegions(
      fr1: IMGTNumbering.offset(of: starts.fr1, in: gapped),
      cdr1: IMGTNumbering.offset(of: starts.cdr1, in: gapped),
      fr2: IMGTNumbering.offset(of: starts.fr2, in: gapped),
      cdr2: IMGTNumbering.offset(of: starts.cdr2, in: gapped),
      fr3: IMGTNumbering.offset(of: starts.fr3, in: gapped),
      cdr3: IMGTNumbering.offset(of: starts.cdr3, in: gapped)
    )
    let cysteine = IMGTNumbering.offset(of: IMGTNumbering.secondCysteine, in: gapped)
    let isWhole = IMGTNumbering.offset(of: starts.cdr3, in: gapped) == cysteine + 3
    if isWhole, ConservedCodons.isCysteine(at: cysteine, in: sequence.codes) { anchor = cysteine }
  }
}
