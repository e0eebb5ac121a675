import Alignments
import Germline
import Nucleotides

/// The alleles of one class as rows of a matrix whose columns are comparable.
///
/// The origin column holds the first base of Cys104 (V), of Trp/Phe118 (J), of the D, of the Kde,
/// or the column after the last base of the intron. Rows are padded to whole blocks, so that every
/// allele can be compared with a read in the same columns. A class, so that handing it on costs one
/// count of references and not one for each of its arrays.
package final class ReferenceMatrix: Sendable {
  /// The class.
  package let elementClass: ElementClass
  /// The allele or element of each row.
  package let names: [String]
  /// A number for the gene of each row: rows of one gene share it; order of first appearance.
  package let genes: [UInt16]
  /// Gene names by that number.
  package let geneNames: [String]
  /// Columns before the origin.
  package let origin: Int
  /// Columns in all, a multiple of the comparison block.
  package let width: Int
  /// First column of each row's bases.
  package let starts: [Int]
  /// Column after the last coding base of each row.
  package let ends: [Int]
  /// The largest of them; 0 without rows.
  let farthestEnd: Int
  /// Whether the gene of each row is functional; what is no V counts as such.
  let functionalities: [Functionality]
  /// The bases, row by row.
  let cells: [UInt8]

  init(_ elementClass: ElementClass, _ rows: [Row]) {
    self.elementClass = elementClass
    names = rows.map(\.name)
    var geneNumbers: [Substring: UInt16] = [:]
    var numbered: [String] = []
    genes = rows.map { row in
      let gene = row.name.prefix { $0 != "*" }
      if let known = geneNumbers[gene] { return known }
      let number = UInt16(numbered.count)
      geneNumbers[gene] = number
      numbered.append(String(gene))
      return number
    }
    geneNames = numbered
    functionalities = rows.map(\.functionality)
    let before = rows.map(\.before).max() ?? 0
    let after = rows.map { $0.bases.count - $0.before }.max() ?? 0
    let blocks = (before + after + comparisonBlock - 1) / comparisonBlock
    origin = before
    width = blocks * comparisonBlock
    starts = rows.map { before - $0.before }
    ends = rows.map { before - $0.before + $0.bases.count }
    farthestEnd = ends.max() ?? 0
    var cells = [UInt8](repeating: rowPadding, count: rows.count * blocks * comparisonBlock)
    for (index, row) in rows.enumerated() {
      let first = index * blocks * comparisonBlock + before - row.before
      for (offset, base) in row.bases.enumerated() { cells[first + offset] = base }
    }
    self.cells = cells
  }

  /// How many alleles there are.
  package var count: Int { names.count }

  /// Whether one of some rows is functional, or else an open reading frame.
  func functionality(of rows: [Int]) -> Functionality {
    let found = Set(rows.map { functionalities[$0] })
    return Functionality.allCases.first { found.contains($0) } ?? .functional
  }

  /// One allele on its way into the matrix.
  struct Row {
    var name: String
    var bases: [UInt8]
    /// Bases before the origin.
    var before: Int
    var functionality = Functionality.functional
  }
}

extension ReferenceMatrix.Row {
  /// The rows of a class in a germline set, in its order; alleles without an anchor are laid on
  /// their nearest relative.
  static func rows(of elementClass: ElementClass, in set: GermlineSet) -> [ReferenceMatrix.Row] {
    switch elementClass {
    case .heavyV: variables(.heavy, in: set)
    case .kappaV: variables(.kappa, in: set)
    case .lambdaV: variables(.lambda, in: set)
    case .heavyJ: joinings(.heavy, in: set)
    case .kappaJ: joinings(.kappa, in: set)
    case .lambdaJ: joinings(.lambda, in: set)
    case .heavyD:
      diversities(in: set)
    case .kappaIntron:
      set.elements.filter { $0.kind == .kappaIntron }.map {
        Self(
          name: $0.kind.rawValue,
          bases: $0.sequence.codes,
          before: $0.sequence.count
        )
      }
    case .kappaDeleting:
      set.elements.filter { $0.kind == .kappaDeleting }.map {
        Self(
          name: $0.kind.rawValue,
          bases: $0.sequence.codes,
          before: 0
        )
      }
    }
  }

  /// The V set apart of a class; none for what is no V.
  static func setApart(of elementClass: ElementClass, in set: GermlineSet) -> [ReferenceMatrix.Row]
  {
    guard elementClass.isVariable else { return [] }
    let anchored = set.alleles(of: .v, in: elementClass.locus).filter { $0.anchor != nil }
    return set.setApart.filter { $0.locus == elementClass.locus }.compactMap {
      variable($0, after: anchored)
    }
  }

  private static func variables(_ locus: Locus, in set: GermlineSet) -> [ReferenceMatrix.Row] {
    let alleles = set.alleles.filter { $0.segment == .v && $0.locus == locus }
    let anchored = alleles.filter { $0.anchor != nil }
    return alleles.compactMap { variable($0, after: anchored) }
  }

  private static func variable(
    _ allele: GermlineAllele,
    after anchored: [GermlineAllele]
  ) -> ReferenceMatrix.Row? {
    let bases = allele.sequence.codes
    guard let anchor = allele.anchor ?? borrowedAnchor(for: bases, from: anchored) else {
      return nil
    }
    return Self(
      name: allele.name,
      bases: bases,
      before: anchor,
      functionality: allele.functionality
    )
  }

  /// D genes with the genome before them, as far as it holds no other D: a read of that one would
  /// vote for both.
  private static func diversities(in set: GermlineSet) -> [ReferenceMatrix.Row] {
    let alleles = set.alleles.filter { $0.segment == .d }
    return alleles.filter { !$0.upstream.isEmpty }.map { allele in
      var flank = allele.upstream.codes[...]
      for other in alleles where other.sequence.count >= 16 {
        let wanted = other.sequence.codes
        guard flank.count >= wanted.count else { continue }
        let last = (flank.startIndex...(flank.endIndex - wanted.count)).last {
          flank[$0..<($0 + wanted.count)].elementsEqual(wanted)
        }
        if let last { flank = flank[(last + wanted.count)...] }
      }
      return Self(
        name: allele.name,
        bases: flank + allele.sequence.codes,
        before: flank.count
      )
    }
  }

  private static func joinings(_ locus: Locus, in set: GermlineSet) -> [ReferenceMatrix.Row] {
    set.alleles.filter { $0.segment == .j && $0.locus == locus }.compactMap { allele in
      guard let anchor = allele.anchor else { return nil }
      return Self(
        name: allele.name,
        bases: allele.sequence.codes,
        before: anchor
      )
    }
  }

  /// Bases before Cys104 by which relatives are compared.
  private static let nearAnchor = 60

  /// Where the codon of Cys104 would be in an allele that has lost it: where the relative most similar
  /// around it has it, without gaps, of each gene the first allele.
  private static func borrowedAnchor(
    for bases: [UInt8],
    from anchored: [GermlineAllele]
  ) -> Int? {
    var best: (equal: Int, anchor: Int)?
    var genes: Set<Substring> = []
    for other in anchored where genes.insert(other.gene).inserted {
      guard let anchor = other.anchor else { continue }
      let codes = other.sequence.codes
      for shift in -12...12 where anchor + shift + 3 <= bases.count {
        var equal = 0
        for index in max(0, -shift, anchor - nearAnchor)..<codes.count
        where index + shift < bases.count {
          if codes[index] == bases[index + shift] { equal += 1 }
        }
        if equal > best?.equal ?? 0 { best = (equal, anchor + shift) }
      }
    }
    return best?.anchor
  }
}
