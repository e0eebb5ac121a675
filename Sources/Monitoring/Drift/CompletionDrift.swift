import Rearrangements
import Tracking

/// Finds VDJ rearrangements that were made of the clone's incomplete DJ.
package enum CompletionDrift: DriftRule {
  /// The codes of the events.
  package static let codes = ["DR-DJ2VDJ"]

  /// Fewest bases of the D that the VDJ shares, nt: fewer are no part of a D.
  ///
  /// Chosen here: three bases agree by chance in 1 of 64 cases, beside what the stem asks for.
  private static let fewestD = 3

  /// The events in a later sample.
  package static func events(
    for evidence: DriftEvidence,
    after earlier: [DriftEvent]
  ) -> [DriftEvent] {
    evidence.stemEvents(codes[0], of: .ighDJ) { clonotype, index, stem in
      guard stem.intoFive >= fewestD else { return nil }
      return "carry the stem of \(index.id) behind \(clonotype.vCall ?? "a V")"
    }
  }
}
