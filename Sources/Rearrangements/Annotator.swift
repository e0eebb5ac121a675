package import Germline
import Nucleotides

/// Finds immunoglobulin rearrangements in reads, against one germline set.
///
/// A pure function of the read's bases: qualities, other reads and thread count change nothing.
/// `locate` says where the elements lie and costs a few microseconds; `annotate` adds what a row of
/// an AIRR table needs. Both work on caller-owned scratch.
package struct Annotator: Sendable {
  /// The germline set.
  package let germline: GermlineSet
  /// The elements that are placed.
  let matrices: ReferenceMatrices
  /// Finds the elements.
  let locator: RearrangementLocator
  /// Names them.
  let naming: VariableNaming
  /// Finds the D between V and J.
  let diversity: DiversityFinder

  /// Prepares the tables of a set; takes some milliseconds.
  package init(_ germline: GermlineSet) {
    self.germline = germline
    matrices = ReferenceMatrices(germline)
    locator = RearrangementLocator(matrices)
    naming = VariableNaming(
      matrices: matrices,
      setApart: ReferenceMatrices(setApartIn: germline)
    )
    diversity = DiversityFinder(DiversityTable(germline))
  }

  /// The matrix of a class.
  package subscript(elementClass: ElementClass) -> ReferenceMatrix { matrices[elementClass] }

  /// Finds the elements of a rearrangement on a read.
  ///
  /// - Parameters:
  ///   - read: Base codes of the read, either strand.
  ///   - primerFree: Offsets of the read that are not under a primer; only they count as evidence
  ///     and choose alleles.
  ///   - scratch: Receives the equally good rows and the strands.
  /// - Returns: The placed elements.
  /// - Throws: `RejectionReason` if the read is no rearrangement.
  package func locate(
    _ read: Span<UInt8>,
    primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) throws(RejectionReason) -> LocatedRearrangement {
    try locator.locate(read, primerFree: primerFree, &scratch)
  }

  /// Finds the elements of a rearrangement on a read by the votes of all its 8-mers: the reference of
  /// `locate`, which spares most reads the most of them.
  ///
  /// - Parameters:
  ///   - read: Base codes of the read, either strand.
  ///   - primerFree: Offsets of the read that are not under a primer.
  ///   - scratch: Receives the equally good rows and the strands.
  /// - Returns: The placed elements.
  /// - Throws: `RejectionReason` if the read is no rearrangement.
  package func locateByAllVotes(
    _ read: Span<UInt8>,
    primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) throws(RejectionReason) -> LocatedRearrangement {
    try locator.locateByAllVotes(read, primerFree: primerFree, &scratch)
  }

  /// Annotates one read in full.
  ///
  /// - Parameters:
  ///   - read: Base codes of the read, either strand.
  ///   - primerFree: Offsets of the read that are not under a primer.
  ///   - scratch: Working memory.
  /// - Returns: The annotated rearrangement.
  /// - Throws: `RejectionReason` if the read is no rearrangement.
  package func annotate(
    _ read: Span<UInt8>,
    primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) throws(RejectionReason) -> Rearrangement {
    var located = try locate(read, primerFree: primerFree, &scratch)
    let strand = Strand(
      bases: scratch.coding(located.revComp),
      revComp: located.revComp,
      primerFree: located.revComp ? primerFree.mirrored(in: read.count) : primerFree
    )
    var five = naming.named(
      located.five,
      rows: scratch.fiveRows,
      on: strand,
      before: located.three.start,
      &scratch
    )
    located.five = five.element
    let matrix = matrices[located.three.elementClass]
    var three = NamedSegment(
      element: located.three,
      matrix: matrix,
      rows: scratch.threeRows,
      segment: located.three.aligned(
        to: scratch.threeRows,
        of: matrix,
        on: strand,
        &scratch.aligner
      )
    )
    let rate = DifferenceRate([five.segment.path, three.segment.path])
    var (d, d2): (FoundDiversity?, FoundDiversity?)
    if located.type == .ighVDJ {
      (d, d2) = diversity.find(strand.bases, between: located.ndnRange, errorRate: rate.value)
    }
    let penalties = (
      five: five.primerPenalties(on: strand), three: three.primerPenalties(on: strand)
    )
    five.judge(on: strand, rate, penalties: penalties.five, &scratch.placing.comparison)
    three.judge(on: strand, rate, penalties: penalties.three, &scratch.placing.comparison)
    return located.annotated(
      on: strand,
      five: five.segment,
      d: d?.aligned(in: diversity.table, on: strand),
      d2: d2?.aligned(in: diversity.table, on: strand),
      three: three.segment
    )
  }

  /// The V of the read that `locate` or `annotate` has just rejected; `nil` if it shows none beyond
  /// doubt.
  package func loneVariable(_ scratch: inout AnnotationScratch) -> LoneVariable? {
    guard let lone = scratch.lone else { return nil }
    let strand = lone.strand
    var v = naming.named(lone.element, rows: lone.rows, on: strand, before: nil, &scratch)
    guard !v.segment.call.sequenceRange.isEmpty else { return nil }
    let rate = DifferenceRate([v.segment.path])
    v.judge(on: strand, rate, penalties: [], &scratch.placing.comparison)
    var view = AlignmentView()
    view.append(v.segment, of: strand.bases)
    return LoneVariable(
      locus: lone.element.elementClass.locus,
      sequence: NucleotideSequence(codes: strand.bases),
      revComp: strand.revComp,
      v: v.segment.call,
      sequenceAlignment: view.readLine,
      germlineAlignment: view.germlineLine
    )
  }
}
