/// Every number that the program writes as text.
///
/// One style for each kind of place:
///
/// | Style | For | Examples | Not finite |
/// |---|---|---|---|
/// | `plain` | messages, terminals | `0.956`, `323000`, `1.23e-5` | `not known` |
/// | `plainScientific` | levels beside cutoffs | `9.7e-6`, `1e-5` | `not known` |
/// | `pValue` | p-values in messages | `3.3e-141`, `< 1e-300` | `not known` |
/// | `exact` | what a person has set | `0.05`, `1000`, `1e-6` | `not a finite number` |
/// | `list` | several thresholds | `1e-4`, `1e-5` | `not a finite number` |
/// | `key` | cutoffs as keys of records | `1e-5`, `2.5e-6` | `not known` |
/// | `page` | pages | `0.956`, `323 000`, `1.2 × 10⁻⁵` | `not known` |
/// | `pageScientific`, `pagePValue` | pages | `3.2 × 10⁻⁵`, `< 10⁻³⁰⁰` | `not known` |
/// | `count` | whole numbers on pages | `1 234 567` | |
/// | `shortest` | tables that programs read | `12.0`, `4.94e-05` | empty |
/// | `fixed` | tables and drawings | `12.50` | empty |
///
/// JSON records are written by Foundation's encoder, which refuses what is not finite. Where a style
/// rounds, it rounds the shortest decimal of the number, half away from zero; only `fixed` rounds in
/// binary where that is exact enough, because it writes a dozen columns of every read. `-0` is `0`.
package enum FormattedNumber {
  /// What stands for a value that is not known.
  package static let unknown = "not known"

  /// The digits of the styles that round.
  static let significantDigits = 3
  /// Numbers below this power of ten are written with an exponent in messages and on terminals, so
  /// that the cutoffs 1e-4, 1e-5 and 1e-6 and the levels near them share one notation.
  static let lowestPlainExponent = -3
  /// Numbers below this power of ten are written with an exponent on pages, which state levels per
  /// million.
  static let lowestPageExponent = -4
  /// Numbers from this power of ten on are written with an exponent.
  static let highestExponent = 15
  /// The smallest p-value that is written as a number.
  static let smallestPValue = 1e-300
}
