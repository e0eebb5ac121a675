/// An internal control of the assay.
package struct ControlDefinition: Hashable, Sendable {
  /// A synthetic copy of a genomic locus, added in known number.
  package struct Competitor: Hashable, Sendable {
    /// Its name in the assay file.
    package var name: String
    /// The copies added to each replicate, above 0.
    package var copiesPerReplicate: Double

    /// Creates a competitor.
    package init(name: String, copiesPerReplicate: Double) {
      (self.name, self.copiesPerReplicate) = (name, copiesPerReplicate)
    }
  }

  /// What a control measures, with the amounts it is measured by.
  package enum Kind: Hashable, Sendable {
    /// A rearrangement of known sequence added in known number: it scales reads to templates.
    case spike(copiesPerReplicate: Double)
    /// A locus of the patient's own DNA: with its competitor it counts the cells.
    ///
    /// Without a competitor its amplification is unknown, and it measures nothing.
    case genomic(copiesPerCell: Double, competitor: Competitor?)

    /// The kind without its amounts, as assay files and records name it.
    package var name: ControlKind {
      switch self {
      case .spike: .spike
      case .genomic: .genomic
      }
    }
  }

  /// The name in the assay file.
  package var name: String
  /// What it measures.
  package var kind: Kind

  /// The primer family that amplifies it, such as `IGHV3`; `nil` if it is not stated.
  package var primerFamily: String?

  /// Creates a control.
  package init(name: String, kind: Kind, primerFamily: String? = nil) {
    (self.name, self.kind, self.primerFamily) = (name, kind, primerFamily)
  }

  var isSpike: Bool { kind.name == .spike }
}
