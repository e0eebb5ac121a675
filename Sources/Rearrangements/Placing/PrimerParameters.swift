/// What bases under a primer say of the element they lie on.
///
/// All numbers are chosen here, on simulated amplicons of the BIOMED-2 primers, 18 to 27 nt long.
enum PrimerParameters {
  /// The longest stretch under a primer that is looked at, nt: no primer is much longer, and what lies
  /// beyond may be a barcode.
  static let maximumLength = 25
  /// The shortest stretch that shows where a primer lies, nt: 12 bases are hardly ever equal by chance.
  static let minimumLength = 12
  /// One base in so many may differ where a primer lies at its place.
  static let differenceShare = 4
  /// Differences from a primer that still make a row its template: primers are made for several genes.
  static let toleratedDifferences = 1
  /// Units of `SegmentScore` that each further difference takes from a row: less than one of the
  /// patient's own bases.
  static let penalty = 2
  /// The most that they take, in units of `SegmentScore`: primers bind to genes not their own.
  static let maximumPenalty = 6
}
