import Diagnostics
import Germline

extension AIRRGermlineDocument {
  /// How many nt before a D are kept; as many as the default set has.
  private static let upstreamLength = 350

  /// How many nt after a J are kept; as many as the default set has.
  private static let downstreamLength = 120

  /// Adds every allele to a builder.
  ///
  /// - Parameters:
  ///   - builder: Receives the alleles.
  ///   - species: The species to take, as the start of its label; `nil` to take all.
  ///   - path: The name of the file in diagnostics.
  /// - Throws: As `GermlineBuilder.add(_:)`, with the number of the allele.
  func add(
    to builder: inout GermlineBuilder,
    species: String?,
    path: String
  ) throws(Diagnostic) {
    var number = 0
    for set in sets {
      for allele in set.alleleDescriptions {
        number += 1
        let label = allele.species?.label ?? set.species?.label
        if let species, let label, !label.hasPrefix(species) {
          builder.exclude(.otherSpecies)
        } else if allele.status == "retired" || allele.status == "withdrawn" {
          builder.exclude(.withdrawn)
        } else {
          try builder.add(Self.record(of: allele, location: .init(path: path, record: number)))
        }
      }
    }
  }

  private static func record(
    of allele: AIRRAlleleDescription,
    location: Diagnostic.Location
  ) -> GermlineRecord {
    let coding = allele.codingSequence ?? allele.sequence
    let imgt = allele.vGeneDelineations?.first { $0.delineationScheme?.uppercased() == "IMGT" }
    let flanks = flanks(of: allele, coding: coding)
    return GermlineRecord(
      name: allele.label,
      locus: allele.locus,
      segment: allele.sequenceType,
      letters: coding,
      aligned: allele.sequenceType == "V" ? imgt?.alignedSequence : nil,
      // Frame 1 is in frame; 2 lacks the first base of the first codon, so two bases are left.
      statedFrame: allele.sequenceType == "J" ? allele.jCodonFrame.map { (4 - $0) % 3 } : nil,
      upstream: allele.sequenceType == "D" ? flanks.before : "",
      downstream: allele.sequenceType == "J" ? flanks.after : "",
      location: location
    )
  }

  /// What stands around the coding sequence; empty unless it stands where the coordinates say.
  private static func flanks(
    of allele: AIRRAlleleDescription,
    coding: String
  ) -> (before: String, after: String) {
    let bases = Array(allele.sequence.utf8)
    guard let start = allele.geneStart, let end = allele.geneEnd, start >= 1, end >= start,
      end <= bases.count, bases[(start - 1)..<end].elementsEqual(coding.utf8)
    else { return ("", "") }
    return (
      String(decoding: bases[..<(start - 1)].suffix(upstreamLength), as: UTF8.self),
      String(decoding: bases[end...].prefix(downstreamLength), as: UTF8.self)
    )
  }
}
