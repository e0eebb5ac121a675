/// What a control is; raw values are the words of assay files and records.
package enum ControlKind: String, CaseIterable, Codable, Hashable, Sendable {
  /// A known rearrangement added at known copies.
  case spike
  /// A diploid locus of the sample's own cells.
  case genomic
}
