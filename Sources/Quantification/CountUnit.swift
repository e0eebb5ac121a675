/// What a quantification counts; raw values are the words of records.
package enum CountUnit: String, CaseIterable, Codable, Hashable, Sendable {
  /// Reads: every template gives many, how many varies.
  case reads
  /// Molecules told apart by their unique identifiers: every template gives one at most.
  case molecules
}

/// The counts of one replicate in one unit.
package struct TargetCounts: Hashable, Sendable {
  /// Those of each tracked clone, in the order of the clones.
  package var clones: [Int]
  /// Those of each control, in the order of the controls.
  package var controls: [Int]
  /// Those of each control's competitor, in the order of the controls; 0 where there is none.
  package var competitors: [Int]

  /// Creates counts; the arrays must be as long as the lists they follow.
  package init(clones: [Int], controls: [Int], competitors: [Int]) {
    (self.clones, self.controls, self.competitors) = (clones, controls, competitors)
  }
}
