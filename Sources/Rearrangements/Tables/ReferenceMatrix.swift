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
  let maximumEnd: Int
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
    maximumEnd = ends.max() ?? 0
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
