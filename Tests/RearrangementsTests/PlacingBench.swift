import Germline
import Nucleotides
import Rearrangements
import SimulatedReads
import Testing

/// The parts that place elements, each alone, with a source of reads.
struct PlacingBench: ~Copyable {
  let germline: GermlineSet
  let matrices: ReferenceMatrices
  let kmers: KmerIndexes
  let seeds: SeedIndex
  let fivePrime: FivePrimePlacer
  let threePrime: ThreePrimePlacer
  let judge: EvidenceJudge
  var scratch: PlacingScratch
  var reads: AnnotatorBench

  /// What does not change from test to test: the tables take a while to build.
  private struct Tables: Sendable {
    let matrices: ReferenceMatrices
    let kmers: KmerIndexes
    let seeds: SeedIndex

    init(_ germline: GermlineSet) {
      let matrices = ReferenceMatrices(germline)
      self.matrices = matrices
      kmers = KmerIndexes(matrices)
      seeds = SeedIndex(ElementClass.allCases.filter(\.isFivePrime).map { matrices[$0] })
    }
  }

  private static let tables = Result { Tables(try GermlineSet.default) }

  init(seed: UInt64) throws {
    let tables = try Self.tables.get()
    reads = try AnnotatorBench(seed: seed)
    scratch = PlacingScratch()
    germline = reads.annotator.germline
    (matrices, kmers, seeds) = (tables.matrices, tables.kmers, tables.seeds)
    fivePrime = FivePrimePlacer(matrices, kmers, seeds)
    threePrime = ThreePrimePlacer(matrices, kmers)
    judge = EvidenceJudge(matrices)
  }

  /// Lays the 5′ element of a class on a strand where its 8-mers say, as the locator does.
  mutating func placeFive(_ elementClass: ElementClass, on strand: Strand) -> PlacedElement? {
    let votes = scratch.votes.count(strand.bases.span, kmers)
    return fivePrime.place(
      elementClass,
      at: votes.origin(of: elementClass),
      on: strand,
      &scratch
    )
  }

  /// Lays the 3′ element of a class on a strand behind a 5′ element.
  mutating func placeThree(
    _ elementClass: ElementClass,
    behind five: PlacedElement,
    on strand: Strand
  ) -> PlacedElement? {
    let votes = scratch.votes.count(strand.bases.span, kmers)
    return threePrime.place(elementClass, behind: five, by: votes, on: strand, &scratch)
  }

  /// The bases of the elements of a class, in the order of its rows, and how many lie before the origin.
  func rows(of elementClass: ElementClass) -> [NaiveRow] {
    let matrix = matrices[elementClass]
    return matrix.names.enumerated().map { row, name in
      let before = matrix.origin - matrix.starts[row]
      if let kind = GermlineElement.Kind(rawValue: name) {
        let element = germline.elements.first { $0.kind == kind }
        return NaiveRow(name: name, bases: element?.sequence.codes ?? [], before: before)
      }
      let allele = reads.alleles[name]
      let bases = allele?.sequence.codes ?? []
      guard elementClass == .heavyD else {
        return NaiveRow(name: name, bases: bases, before: allele?.anchor ?? before)
      }
      let flank = allele?.upstream.codes.suffix(before) ?? []
      return NaiveRow(name: name, bases: flank + bases, before: before)
    }
  }
}

/// A germline element and slow, obvious ways to lay it on a read.
struct NaiveRow {
  var name: String
  var bases: [UInt8]
  /// Bases before the origin of the class.
  var before: Int

  /// The base that lies on a read offset; `nil` beside the element.
  func base(at position: Int, origin: Int) -> UInt8? {
    let index = position - origin + before
    return bases.indices.contains(index) ? bases[index] : nil
  }

  /// The equal bases over a part of a read.
  func equal(_ read: [UInt8], _ part: Range<Int>, origin: Int) -> Int {
    part.count { read.indices.contains($0) && base(at: $0, origin: origin) == read[$0] }
  }

  /// The best extension from an offset on, base by base.
  ///
  /// A column counts 2, or `mismatch`, or nothing for an unknown base; the walk ends at `bound`, beside
  /// the element or `drop` below the best score, and the best is the longest of equals.
  func extend(
    _ read: [UInt8],
    origin: Int,
    from first: Int,
    step: Int,
    bound: Int,
    drop: Int,
    mismatch: Int = -3
  ) -> (length: Int, score: Int) {
    var best = (length: 0, score: 0)
    var (score, position) = (0, first)
    while read.indices.contains(position), step > 0 ? position < bound : position >= bound,
      let base = base(at: position, origin: origin)
    {
      if read[position] < 4 { score += base == read[position] ? 2 : mismatch }
      position += step
      if base == read[position - step], score >= best.score {
        best = ((position - first) * step, score)
      } else if score < best.score - drop {
        break
      }
    }
    return best.score > 0 ? best : (0, 0)
  }
}

extension Strand {
  /// A strand as given, free of primers but for so many bases at its ends.
  init(_ bases: [UInt8], primers: (start: Int, end: Int) = (0, 0)) {
    self.init(
      bases: bases,
      revComp: false,
      primerFree: primers.start..<max(primers.start, bases.count - primers.end)
    )
  }
}

extension SeededGenerator {
  /// Bases with so many of them substituted.
  mutating func substituted(_ bases: [UInt8], rate: Double) -> [UInt8] {
    bases.map { unit() < rate ? ($0 + 1 + UInt8(below(3))) % 4 : $0 }
  }
}

extension Array where Element == UInt8 {
  /// The other strand.
  var reverseComplement: [UInt8] { reversed().map(complement) }
}
