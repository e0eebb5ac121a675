/// Whether a gene can make part of a receptor, with IMGT's letters.
package enum Functionality: String, CaseIterable, Hashable, Sendable {
  /// Nothing speaks against it.
  case functional = "F"
  /// An open reading frame of which no receptor is known: a signal, a splice site or a conserved
  /// residue is lost, or it lies outside the locus.
  case openReadingFrame = "ORF"
  /// A pseudogene.
  case pseudogene = "P"
}
