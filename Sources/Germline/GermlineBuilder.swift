package import Diagnostics
import Nucleotides

/// Makes a germline set out of records of any source.
///
/// The order of the records does not matter: the alleles stand by locus, segment and name.
package struct GermlineBuilder: Sendable {
  /// What the set is called and where it comes from.
  package var title: GermlineTitle
  /// The records taken up, by name.
  private var records: [String: (allele: GermlineAllele, statedFrame: Int?)] = [:]
  private var recordCount = 0
  private var excluded: [GermlineExclusion: Int] = [:]
  private var findings: [Diagnostic] = []

  /// Creates a builder without records.
  package init(title: GermlineTitle) { self.title = title }

  /// Counts a record that does not become an allele.
  package mutating func exclude(_ reason: GermlineExclusion) {
    recordCount += 1
    excluded[reason, default: 0] += 1
  }

  /// Takes up a record.
  ///
  /// - Throws: `GERM-LOCUS`, `GERM-BASES`, `GERM-SYNTAX` or, if the name is there with another
  ///   sequence, `GERM-DUPLICATE`.
  package mutating func add(_ record: GermlineRecord) throws(Diagnostic) {
    guard !record.name.isEmpty, !record.name.contains(where: \.isWhitespace) else {
      throw Diagnostic(
        code: "GERM-SYNTAX",
        message: "the name '\(record.name)', expected one such as IGHV1-2*02",
        location: record.location
      )
    }
    let designation = try GermlineDesignation(of: record)
    guard let segment = designation.segment else { return exclude(.otherRegion) }
    guard !record.name.contains("/OR") else { return exclude(.orphon) }
    let allele = try allele(of: record, locus: designation.locus, segment: segment)
    if let known = records[record.name] {
      guard known.allele.sequence == allele.sequence else {
        throw Diagnostic(
          code: "GERM-DUPLICATE",
          message: "\(record.name) has two sequences, of \(known.allele.sequence.count) and "
            + "\(allele.sequence.count) nt, expected one",
          location: record.location
        )
      }
      return exclude(.repeated)
    }
    recordCount += 1
    records[record.name] = (allele, record.statedFrame)
  }

  /// Makes the set of all records taken up.
  ///
  /// - Parameter defaults: The set that gives V without gaps their gaps, D and J without flanks
  ///   theirs, a kappa locus its elements, known V their functionality and every locus the V set apart;
  ///   `nil` to add nothing.
  /// - Returns: The set and what happened on the way.
  /// - Throws: `GERM-EMPTY` if there is no allele, `GERM-SYNTAX` if the title has no name, no
  ///   version or a control character.
  package func build(defaults: GermlineSet?) throws(Diagnostic) -> GermlineBuild {
    var alleles = records.values.map(\.allele).sorted(by: GermlineAllele.standsBefore)
    guard !alleles.isEmpty else {
      throw Diagnostic(
        code: "GERM-EMPTY",
        message: "no allele in the sources, expected at least one"
      )
    }
    var (gapped, flanked) = (0, 0)
    if let defaults {
      gapped = Self.gap(&alleles, after: alleles + defaults.alleles)
      flanked = Self.flank(&alleles, like: defaults.alleles)
      Self.mark(&alleles, like: defaults.alleles)
    }
    let hasKappa = alleles.contains { $0.locus == .kappa }
    let draft = GermlineSet(
      name: title.name,
      version: title.version,
      sha256: "",
      alleles: alleles,
      setApart: Self.setApart(besides: alleles, of: defaults),
      elements: hasKappa ? defaults?.elements ?? [] : [],
      source: title.source,
      licence: title.licence,
      citation: title.citation
    )
    try title.check()
    // Reading back what will be written gives the set exactly as every later run sees it.
    let set = try GermlineSet(parsing: draft.fileBytes, path: title.name)
    return GermlineBuild(
      set: set,
      recordCount: recordCount,
      excluded: excluded,
      gappedCount: gapped,
      flankedCount: flanked,
      findings: findings + set.alleles.compactMap(frameFinding)
    )
  }

  private mutating func allele(
    of record: GermlineRecord,
    locus: Locus,
    segment: Segment
  ) throws(Diagnostic) -> GermlineAllele {
    let letters = GermlineRecord.normalized(record.letters)
    let plain = IMGTNumbering.withoutGaps(letters)
    var gapped = letters == plain ? nil : letters
    if let aligned = record.aligned.map(GermlineRecord.normalized), aligned.contains(".") {
      if IMGTNumbering.withoutGaps(aligned) == plain {
        gapped = aligned
      } else {
        gapped = nil
        findings.append(
          Diagnostic(
            code: "GERM-ALIGNMENT",
            severity: .warning,
            message:
              "the aligned sequence of \(record.name) has other bases than its coding sequence",
            location: record.location
          )
        )
      }
    }
    return GermlineAllele(
      name: record.name,
      locus: locus,
      segment: segment,
      sequence: try record.bases(plain, of: "sequence"),
      gapped: segment == .v ? gapped : nil,
      upstream: try record.bases(record.upstream, of: "upstream flank"),
      downstream: try record.bases(record.downstream, of: "downstream flank")
    )
  }

  /// Takes over what another set says of the functionality of the same alleles.
  private static func mark(_ alleles: inout [GermlineAllele], like defaults: [GermlineAllele]) {
    let known = Dictionary(
      defaults.map { ($0.name, $0.functionality) },
      uniquingKeysWith: { first, _ in first }
    )
    for index in alleles.indices {
      alleles[index].functionality = known[alleles[index].name] ?? .functional
    }
  }

  /// The V set apart in another set, of the loci that some alleles have and of none of their genes.
  private static func setApart(
    besides alleles: [GermlineAllele],
    of defaults: GermlineSet?
  ) -> [GermlineAllele] {
    let variables = alleles.filter { $0.segment == .v }
    let (loci, genes) = (Set(variables.map(\.locus)), Set(variables.map(\.gene)))
    return (defaults?.setApart ?? []).filter {
      loci.contains($0.locus) && !genes.contains($0.gene)
    }
  }

  private static func gap(
    _ alleles: inout [GermlineAllele],
    after relatives: [GermlineAllele]
  ) -> Int {
    let transfer = GapTransfer(relatives: relatives)
    var count = 0
    for index in alleles.indices where alleles[index].segment == .v && alleles[index].gapped == nil
    {
      alleles[index].gapped = transfer.gapped(alleles[index])
      if alleles[index].gapped != nil { count += 1 }
    }
    return count
  }

  /// Flanks of the same allele, else of the first allele of the same gene: they lie outside the
  /// coding bases and differ little between alleles.
  private static func flank(
    _ alleles: inout [GermlineAllele],
    like defaults: [GermlineAllele]
  ) -> Int {
    var count = 0
    for index in alleles.indices where alleles[index].segment != .v {
      let allele = alleles[index]
      guard allele.upstream.isEmpty, allele.downstream.isEmpty,
        let donor = defaults.first(where: { $0.name == allele.name })
          ?? defaults.first(where: { $0.gene == allele.gene })
      else { continue }
      alleles[index].upstream = donor.upstream
      alleles[index].downstream = donor.downstream
      count += 1
    }
    return count
  }

  private func frameFinding(_ allele: GermlineAllele) -> Diagnostic? {
    guard allele.anchor != nil, let stated = records[allele.name]?.statedFrame,
      stated != allele.frame
    else { return nil }
    return Diagnostic(
      code: "GERM-FRAME",
      severity: .warning,
      message: "the first whole codon of \(allele.name) starts at offset \(allele.frame), "
        + "its source states \(stated)"
    )
  }
}
