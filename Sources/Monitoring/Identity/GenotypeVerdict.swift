/// What clone and V alleles say about whose sample it is.
package enum GenotypeVerdict: String, CaseIterable, Codable, Hashable, Sendable {
  /// A tracked clone is in the sample, which tells more than alleles.
  case cloneDetected = "clone_detected"
  /// Enough clonotypes have a V allele of the baseline; two people, too, may share that many.
  case agrees
  /// Too many clonotypes have a V allele that the baseline lacks.
  case differs
  /// Too few clonotypes can be compared: another person's sample would not be seen.
  case tooFew = "too_few"
}
