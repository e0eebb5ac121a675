import Rearrangements
import Tracking

/// Finds rearrangements of the clone whose V gene was replaced: the old D-N2-J behind a V of another
/// family.
package enum ReplacementDrift: DriftRule {
  /// The codes of the events.
  package static let codes = ["DR-VREPL"]

  /// The events in a later sample.
  package static func events(
    for evidence: DriftEvidence,
    after earlier: [DriftEvent]
  ) -> [DriftEvent] {
    evidence.stemEvents(codes[0], of: .ighVDJ) { clonotype, index, stem in
      // A chimera made by PCR keeps the whole junction; a replaced V does not.
      let isChimera =
        clonotype.layout.window.count == index.layout.window.count
        && zip(clonotype.layout.windowBases, index.layout.windowBases).count { $0 != $1 }
          <= max(2, Int(evidence.limits.junctionDistance * Double(index.layout.window.count)))
      guard !isChimera, clonotype.vFamilies.isDisjoint(with: index.vFamilies) else { return nil }
      return "carry the stem of \(index.id) behind \(clonotype.vCall ?? "another V") instead of "
        + (index.vCall ?? "its V")
    }
  }
}
