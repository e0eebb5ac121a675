package import Quantification

/// What was seen of one internal control.
package struct ControlRecord: Codable, Hashable, Sendable {
  /// The control's name in the assay file.
  package var name: String
  /// What the control is.
  package var kind: ControlKind
  /// Reads assigned to the control over all replicates.
  package var duplicateCount: Int
  /// Copies put into the replicates used, summed; `nil` for a control of unknown copies.
  @ExplicitNull package var copies: Double?
  /// Reads over copies; `nil` where the copies are not known or zero.
  @ExplicitNull package var readsPerCopy: Double?
  /// Molecules of two reads or more; `nil` without molecular identifiers.
  @ExplicitNull package var molecules: Int?
  /// Its counts over those that the line through all spikes gives, minus 1; `nil` without several.
  @ExplicitNull package var residual: Double?
  /// What is wrong with the control; empty if nothing.
  package var findings: [FindingRecord]

  /// Creates a record.
  package init(
    name: String,
    kind: ControlKind,
    duplicateCount: Int,
    copies: Double?,
    readsPerCopy: Double?,
    molecules: Int? = nil,
    residual: Double? = nil,
    findings: [FindingRecord]
  ) {
    self.name = name
    self.kind = kind
    self.duplicateCount = duplicateCount
    self.copies = copies
    self.readsPerCopy = readsPerCopy
    self.molecules = molecules
    self.residual = residual
    self.findings = findings
  }

  private enum CodingKeys: String, CodingKey {
    case name
    case kind
    case duplicateCount = "duplicate_count"
    case copies
    case readsPerCopy = "reads_per_copy"
    case molecules
    case residual
    case findings
  }
}

extension ControlRecord {
  /// The record of a quantified control.
  package init(_ control: ControlQuantification, findings: [FindingRecord]) {
    self.init(
      name: control.definition.name,
      kind: control.definition.kind.name,
      duplicateCount: control.reads,
      copies: control.copies,
      readsPerCopy: control.readsPerCopy,
      molecules: control.molecules,
      residual: control.residual,
      findings: findings
    )
  }
}
