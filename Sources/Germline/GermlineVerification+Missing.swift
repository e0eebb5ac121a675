import Diagnostics
import Nucleotides

extension GermlineVerification {
  /// The parts that every assay of a locus needs and a set does not have.
  static func missing(_ set: GermlineSet) -> [Diagnostic] {
    var messages: [String] = []
    for locus in Locus.allCases {
      let segments: [Segment] = locus == .heavy ? [.v, .d, .j] : [.v, .j]
      let absent = segments.filter { set.alleles(of: $0, in: locus).isEmpty }
      if absent == segments {
        messages.append("no \(locus.rawValue) allele")
      } else {
        messages += absent.map { "no \(locus.rawValue) \($0.rawValue) allele" }
      }
    }
    if set.alleles.contains(where: { $0.locus == .kappa }) {
      if set.element(.kappaDeleting) == nil { messages.append("no kappa deleting element") }
      if set.element(.kappaIntron) == nil { messages.append("no kappa intron element") }
    }
    messages += missingFlanks(of: .d, upstream: true, in: set)
    messages += missingFlanks(of: .j, upstream: false, in: set)
    return messages.map { Diagnostic(code: "GERM-MISSING", severity: .warning, message: $0) }
  }

  private static func missingFlanks(
    of segment: Segment,
    upstream: Bool,
    in set: GermlineSet
  ) -> [String] {
    let alleles = set.alleles.filter { $0.segment == segment }
    let bare = alleles.filter { (upstream ? $0.upstream : $0.downstream).isEmpty }
    guard let first = bare.first else { return [] }
    return [
      "no \(upstream ? "upstream" : "downstream") flank for \(bare.count) of \(alleles.count) "
        + "\(segment.rawValue) alleles, the first is \(first.name)"
    ]
  }
}
