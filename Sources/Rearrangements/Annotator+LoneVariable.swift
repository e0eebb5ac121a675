import Alignments
import Germline
import Nucleotides

/// A V that was placed on a read without finding what it recombined with.
struct LoneElement {
  var element: PlacedElement
  var rows: [Int]
  var revComp: Bool
  /// Offsets of the coding strand that are not under a primer.
  var primerFree: Range<Int>
}

extension Annotator {
  /// The score that a V needs to be named without a J or Kde: 30 equal bases more than its
  /// differences cost.
  private static let loneScore = 60

  /// Keeps a placed V for `loneVariable` if it is the best yet.
  func keepLone(
    _ five: PlacedElement,
    _ revComp: Bool,
    _ primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) {
    guard five.elementClass.isVariable, five.score >= Self.loneScore,
      five.score > scratch.lone?.element.score ?? 0
    else { return }
    scratch.lone = LoneElement(
      element: five,
      rows: scratch.fiveRows,
      revComp: revComp,
      primerFree: primerFree
    )
  }

  /// Keeps the V of a read that ends before the bases by which V genes are placed, so that nothing
  /// behind it can be told.
  ///
  /// - Returns: Whether there is one beyond doubt.
  func keepTruncated(
    _ elementClass: ElementClass,
    _ origin: Int,
    _ revComp: Bool,
    _ primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) -> Bool {
    let matrix = self[elementClass]
    let read = scratch.coding(revComp)
    guard elementClass.isVariable, origin + elementClass.core >= read.count else { return false }
    let part = clippedRange(
      max(primerFree.lowerBound, origin - matrix.origin),
      primerFree.upperBound
    )
    guard !part.isEmpty, scratch.compare(matrix, read.span, part, origin: origin) else {
      return false
    }
    let row = bestRow(scratch.equal)
    let found = matrix.extend(
      row: row,
      origin: origin,
      read.span,
      from: part.upperBound - 1,
      step: -1,
      bound: part.lowerBound
    )
    guard found.score >= Self.loneScore else { return false }
    let equal = scratch.equal
    scratch.fiveRows = equal.indices.filter { equal[$0] == equal[row] }
    keepLone(
      PlacedElement(
        elementClass: elementClass,
        row: row,
        origin: origin,
        start: part.upperBound - found.length,
        end: part.upperBound,
        score: found.score,
        shift: 0
      ),
      revComp,
      primerFree,
      &scratch
    )
    return true
  }

  /// The V of the read that `locate` or `annotate` has just rejected; `nil` if it shows none beyond
  /// doubt.
  package func loneVariable(_ scratch: inout AnnotationScratch) -> LoneVariable? {
    guard let lone = scratch.lone else { return nil }
    let coding = scratch.coding(lone.revComp)
    let placed = named(lone.element, lone.rows, coding, lone.primerFree, &scratch)
    var segment = placed.segment
    guard !segment.call.sequenceRange.isEmpty else { return nil }
    segment.call.confidence =
      placed.probability
      * confidence(
        placed.matrix,
        placed.rows,
        segment,
        coding,
        errorRate([segment.path]),
        [],
        &scratch
      )
    var view = AlignmentView()
    view.append(segment, of: coding)
    return LoneVariable(
      locus: lone.element.elementClass.locus,
      sequence: NucleotideSequence(codes: coding),
      revComp: lone.revComp,
      v: segment.call,
      sequenceAlignment: view.readLine,
      germlineAlignment: view.germlineLine
    )
  }
}

extension ElementClass {
  /// The locus of the elements.
  var locus: Locus {
    switch self {
    case .heavyV, .heavyD, .heavyJ: .heavy
    case .kappaV, .kappaJ, .kappaIntron, .kappaDeleting: .kappa
    case .lambdaV, .lambdaJ: .lambda
    }
  }
}
