/// How well primer families amplify, relative to one another: `primer_factors` of an assay.
///
/// Reads of a family are divided by its efficiency before they are compared with a control
/// (article "Templates from controls", section 3). Families without a value have 1.
package struct PrimerEfficiencies: Hashable, Sendable {
  private var byFamily: [String: Double]

  /// Creates efficiencies; values must be above 0.
  package init(_ byFamily: [String: Double]) { self.byFamily = byFamily }

  /// All families amplify equally.
  package static let equal = PrimerEfficiencies([:])

  /// The efficiency of a family; 1 without a family or a value.
  package subscript(family: String?) -> Double {
    family.flatMap { byFamily[$0] } ?? 1
  }

  /// Creates the efficiencies that a polyclonal control shows: observed over expected share of reads.
  ///
  /// They are all equal if there is no read or no share.
  ///
  /// - Parameters:
  ///   - reads: the reads of each family in the polyclonal control.
  ///   - expected: the expected share of each family, above 0; families without one are left out.
  package init(polyclonalReads reads: [String: Int], expected: [String: Double]) {
    let known = reads.filter { (expected[$0.key] ?? 0) > 0 }
    let total = Double(known.values.reduce(0, +))
    let shares = orderlessSum(known.keys.compactMap { expected[$0] })
    guard total > 0, shares > 0 else {
      self = .equal
      return
    }
    byFamily = known.reduce(into: [:]) { families, item in
      guard let share = expected[item.key], item.value > 0 else { return }
      families[item.key] = (Double(item.value) / total) / (share / shares)
    }
  }
}
