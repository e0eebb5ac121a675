/// Why a record of a source did not become an allele of the set.
package enum GermlineExclusion: String, CaseIterable, Hashable, Sendable {
  /// It is no V, D or J region: a constant region, a leader, a signal.
  case otherRegion = "other region"
  /// It is of another species than the one asked for.
  case otherSpecies = "other species"
  /// It lies outside the locus (`/OR` in its name) and so cannot rearrange.
  case orphon = "orphon"
  /// Its source has withdrawn it.
  case withdrawn = "withdrawn"
  /// The same name with the same sequence was there before.
  case repeated = "repeated"
}
