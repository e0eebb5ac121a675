/// How many polyclonal clonotypes of a sample carry each V allele.
package struct AlleleCensus: Hashable, Sendable {
  /// Clonotypes by gene and allele.
  package var counts: [String: [String: Int]]

  /// Creates a census.
  package init(_ counts: [String: [String: Int]] = [:]) { self.counts = counts }

  /// Counts a clonotype of a little mutated V; a call that several alleles share tells nothing.
  package mutating func add(alleles: [String]) {
    guard alleles.count == 1, let allele = alleles.first else { return }
    counts[String(allele.prefix { $0 != "*" }), default: [:]][allele, default: 0] += 1
  }

  /// Adds what another census of the same subject counted.
  package mutating func merge(_ other: AlleleCensus) {
    for (gene, alleles) in other.counts {
      counts[gene, default: [:]].merge(alleles, uniquingKeysWith: +)
    }
  }

  /// The alleles of a gene; `nil` if too few clonotypes tell.
  ///
  /// An allele of fewer than a tenth of the gene's clonotypes is taken for a mutated other one.
  ///
  /// - Parameters:
  ///   - gene: The gene.
  ///   - fewest: Clonotypes of the gene that are needed.
  /// - Returns: One or two alleles, or more where the gene is duplicated.
  func genotype(of gene: String, fewest: Int) -> Set<String>? {
    guard let alleles = counts[gene] else { return nil }
    let total = alleles.values.reduce(0, +)
    guard total >= fewest else { return nil }
    return Set(alleles.filter { 10 * $0.value >= total }.keys)
  }
}
