/// How many polyclonal clonotypes of a sample carry each V allele.
package struct AlleleCensus: Hashable, Sendable {
  /// Clonotypes by gene and by call, an allele or several that fit equally well, comma-separated.
  package var counts: [String: [String: Int]]

  /// Creates a census.
  package init(_ counts: [String: [String: Int]] = [:]) { self.counts = counts }

  /// Counts a clonotype of a little mutated V; a call of several genes, or of every allele of its
  /// gene, tells nothing.
  ///
  /// - Parameters:
  ///   - alleles: The alleles that fit equally well.
  ///   - known: The alleles of each gene.
  package mutating func add(_ alleles: [String], known: [String: Int]) {
    guard let gene = alleles.first.map({ String($0.prefix { $0 != "*" }) }),
      alleles.allSatisfy({ $0.prefix { $0 != "*" } == gene }),
      alleles.count < known[gene] ?? 0
    else { return }
    counts[gene, default: [:]][alleles.sorted().joined(separator: ","), default: 0] += 1
  }

  /// Adds what another census of the same subject counted.
  package mutating func merge(_ other: AlleleCensus) {
    for (gene, calls) in other.counts {
      counts[gene, default: [:]].merge(calls, uniquingKeysWith: +)
    }
  }

  /// The alleles that a subject may have of a gene.
  ///
  /// A call of fewer than a tenth of the gene's clonotypes is taken for a mutated other one: chosen
  /// here, since two alleles of one person share the clonotypes more evenly than one to nine.
  ///
  /// - Parameters:
  ///   - gene: The gene.
  ///   - fewest: Clonotypes of the gene that are needed.
  /// - Returns: The alleles; `nil` if too few clonotypes tell.
  package func alleles(of gene: String, fewest: Int) -> Set<Substring>? {
    guard let calls = counts[gene] else { return nil }
    let total = calls.values.reduce(0, +)
    guard total >= fewest else { return nil }
    return calls.reduce(into: []) { alleles, call in
      if 10 * call.value >= total { alleles.formUnion(call.key.split(separator: ",")) }
    }
  }
}
