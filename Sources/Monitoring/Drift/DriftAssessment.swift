/// What a later sample shows of changes of the clone.
package struct DriftAssessment: Hashable, Sendable {
  /// The rules in the order of their events.
  package static let rules: [any DriftRule.Type] = [
    HypermutationDrift.self,
    ReplacementDrift.self,
    CompletionDrift.self,
    LightChainDrift.self,
    LossDrift.self,
    NewCloneDrift.self,
    MinorCloneDrift.self,
  ]

  /// The events, in the order of the rules.
  package var events: [DriftEvent]
  /// The level with evolved members of the clone counted too, in templates per cell.
  ///
  /// `nil` without any; never the primary level.
  package var familyLevel: Double?

  /// The assessment of a sample that tells nothing of the clone.
  package static let none = DriftAssessment()

  private init() { events = [] }

  /// Judges a later sample.
  package init(of evidence: DriftEvidence) {
    events = Self.rules.reduce(into: []) { events, rule in
      events += rule.events(for: evidence, after: events)
    }
    familyLevel = evidence.familyLevel(events)
  }
}
