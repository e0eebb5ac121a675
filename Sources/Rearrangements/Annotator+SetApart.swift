import Alignments
import Nucleotides

/// A 5′ element laid out under the names that it is given.
struct NamedElement {
  /// Where it lies.
  var element: PlacedElement
  /// The matrix its rows are of.
  var matrix: ReferenceMatrix
  /// The rows that fit equally well.
  var rows: [Int]
  /// The alignment with the first of them.
  var segment: LaidOutSegment
  /// The probability that a V is of those set apart if it is named so; 1 for every other.
  var probability = 1.0
  /// Whether its rows are of the V set apart.
  var isSetApart = false
}

extension Annotator {
  /// How much likelier a V is none of those set apart beforehand, in nats: 10,000 to 1.
  ///
  /// Few pseudogenes rearrange, and orphons do so only by an artefact.
  private static let othersBeforehand = 9.2
  /// The odds, in nats, from which it is named: four in five.
  private static let leastOdds = 1.4
  /// Differences from the V placed below which none set apart is sought.
  private static let fewestDifferences = 2

  /// A placed 5′ element under the names of the rows that fit it best, those set apart among them.
  ///
  /// - Parameters:
  ///   - five: The element as placed.
  ///   - rows: The rows that fit equally well.
  ///   - coding: Base codes of the coding strand.
  ///   - primerFree: Offsets of the coding strand that are not under a primer.
  ///   - three: Where the 3′ element starts; `nil` if there is none.
  ///   - scratch: Working memory.
  /// - Returns: The element, its rows and its alignment.
  func named(
    _ five: PlacedElement,
    _ rows: [Int],
    _ coding: [UInt8],
    _ primerFree: Range<Int>,
    before three: Int? = nil,
    _ scratch: inout AnnotationScratch
  ) -> NamedElement {
    let matrix = self[five.elementClass]
    let segment = laidOut(five, matrix, rows, coding, &scratch)
    let differences = segment.path.runs.reduce(0) { $0 + ($1.step == .match ? 0 : $1.length) }
    guard differences >= Self.fewestDifferences,
      var other = setApart(insteadOf: five, coding, primerFree, &scratch)
    else { return NamedElement(element: five, matrix: matrix, rows: rows, segment: segment) }
    other.element.end = min(other.element.end, three ?? coding.count)
    let apart = setApart[Int(five.elementClass.rawValue)]
    return NamedElement(
      element: other.element,
      matrix: apart,
      rows: other.rows,
      segment: laidOut(other.element, apart, other.rows, coding, &scratch),
      probability: other.probability,
      isSetApart: true
    )
  }

  /// The V set apart that fits a read clearly better than the V placed; `nil` if there is none.
  ///
  /// Its rows are laid on the same diagonal, without gaps. A base more that is equal makes it
  /// (3(1 − *e*)/*e*)^*t* times as likely, as in `confidence`, *e* being the share of bases that differ
  /// from it.
  private func setApart(
    insteadOf five: PlacedElement,
    _ coding: [UInt8],
    _ primerFree: Range<Int>,
    _ scratch: inout AnnotationScratch
  ) -> (element: PlacedElement, rows: [Int], probability: Double)? {
    let matrix = setApart[Int(five.elementClass.rawValue)]
    let part = clippedRange(
      max(primerFree.lowerBound, five.origin - matrix.origin),
      min(primerFree.upperBound, five.end)
    )
    guard matrix.count > 0, !part.isEmpty,
      scratch.compare(matrix, coding.span, part, origin: five.origin)
    else { return nil }
    let equal = scratch.equal
    let first = bestRow(equal)
    let element = extended(matrix, first, five.origin, coding.span, primerFree)
    let aligned = element.start..<element.end
    guard element.score > five.score, !aligned.isEmpty else { return nil }
    let worth = SegmentScore.match - SegmentScore.mismatch
    let gain = Double(element.score - five.score) / Double(worth)
    let different = matrix.mismatches(row: first, origin: five.origin, coding.span, aligned)
    let errorRate = errorRate(different: different, aligned: aligned.count)
    let odds = gain * natsPerBase(five.elementClass, errorRate) - Self.othersBeforehand
    guard odds >= Self.leastOdds else { return nil }
    let rows = equal.indices.filter { equal[$0] == equal[first] }
    return (element, rows, 1 / (1 + exponential(-odds)))
  }
}
