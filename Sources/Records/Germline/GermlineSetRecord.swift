package import Germline

/// What a germline set has: the output of `clonetrack germline list --json` and `verify --json`.
package struct GermlineSetRecord: RecordFile, Hashable {
  /// The schema's name and version.
  package static let schemaName = "clonetrack.germline/1"
  /// The command that writes it.
  package static let writer = "clonetrack germline list --json"

  /// `clonetrack.germline/1`.
  package var schema = Self.schemaName
  /// The program's version.
  package var programVersion: String
  /// The set's name.
  package var name: String
  /// The set's version.
  package var version: String
  /// The sha256 of the set's file.
  package var sha256: String
  /// Where the sequences come from; `nil` if not stated.
  @ExplicitNull package var source: String?
  /// The licence of the sequences; `nil` if not stated.
  @ExplicitNull package var licence: String?
  /// What to cite; `nil` if not stated.
  @ExplicitNull package var citation: String?
  /// The elements the set has, in the order of the file.
  package var elements: [String]
  /// The segments that have alleles, by locus and kind.
  package var segments: [SegmentCounts]
  /// How many V alleles are set apart, which `segments` leaves out.
  package var setApart: Int
  /// The alleles in the order of the file, those set apart last; `nil` unless they were asked for.
  @ExplicitNull package var alleles: [Allele]?
  /// What the check found; `nil` if the set was only listed.
  @ExplicitNull package var verification: Verification?

  /// Creates the record of a set that is listed.
  ///
  /// - Parameters:
  ///   - set: The set.
  ///   - withAlleles: Whether the alleles are wanted.
  ///   - programVersion: The version that writes the record.
  package init(listing set: GermlineSet, withAlleles: Bool, programVersion: String) {
    self.init(GermlineSummary(of: set), programVersion: programVersion)
    guard withAlleles else { return }
    alleles =
      set.alleles.map { Allele($0, isSetApart: false) }
      + set.setApart.map { Allele($0, isSetApart: true) }
  }

  /// Creates the record of a set that was checked.
  package init(_ verification: GermlineVerification, programVersion: String) {
    self.init(verification.summary, programVersion: programVersion)
    self.verification = Verification(
      builtIn: verification.isBuiltIn,
      usable: !verification.hasErrors,
      findings: verification.findings.map { DiagnosticRecord($0) }
    )
  }

  private init(_ summary: GermlineSummary, programVersion: String) {
    func stated(_ text: String) -> String? { text.isEmpty ? nil : text }
    self.programVersion = programVersion
    (name, version, sha256) = (summary.name, summary.version, summary.sha256)
    source = stated(summary.source)
    licence = stated(summary.licence)
    citation = stated(summary.citation)
    elements = summary.elements.map(\.rawValue)
    segments = summary.rows.map { SegmentCounts($0) }
    setApart = summary.setApartCount
    (alleles, verification) = (nil, nil)
  }

  private enum CodingKeys: String, CodingKey {
    case schema, name, version, sha256, source, licence, citation, elements, segments, alleles
    case verification
    case programVersion = "program_version"
    case setApart = "set_apart"
  }
}
