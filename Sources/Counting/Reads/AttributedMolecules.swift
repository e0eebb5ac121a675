import Clonotyping
import Diagnostics
import Tracking

/// The molecules of every target: what reads with one identifier agree on, given to its origin.
struct AttributedMolecules: Hashable, Sendable {
  /// Fewest reads of a molecule that is believed (article "Molecules", section 2).
  static let minimumReads = 2

  /// Molecules by replicate and target.
  private(set) var counts: [[Int]] = []
  /// Identifiers that went in, molecules that came out, and why the others did not.
  private(set) var stage = StageCounts(.molecules)

  /// Molecules that were counted before.
  init(counts: [[Int]], stage: StageCounts) { (self.counts, self.stage) = (counts, stage) }

  /// Counts the molecules of families, given by replicate and target.
  init(
    _ families: [[MoleculeFamilies]],
    _ pattern: UMIPattern,
    _ attribution: ReadAttribution
  ) {
    for replicate in families {
      var found = [Int](repeating: 0, count: replicate.count)
      for (target, family) in replicate.enumerated() {
        let molecules = family.molecules(length: pattern.length)
        stage.reject("error_of_identifier", family.count - molecules.count)
        for molecule in molecules {
          guard molecule.reads >= Self.minimumReads else {
            stage.reject("single_read")
            continue
          }
          switch attribution.owner(molecule.consensus, of: target) {
          case .target:
            found[target] += 1
            stage.pass()
          case .neighbour: stage.reject("other_clonotype")
          case .ambiguous: stage.reject("ambiguous")
          }
        }
      }
      counts.append(found)
    }
  }
}
