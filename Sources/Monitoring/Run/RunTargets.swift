import Clonotyping
import Nucleotides
import Rearrangements
package import Tracking

/// The index clonotypes of all subjects of a run, counted in every sample.
package struct RunTargets: Sendable {
  /// A clone with what the rules know it by.
  package struct Clone: Sendable {
    /// What the rules of the run know it by.
    package var target: RunTarget
    /// What its reads are found by.
    package var signature: SignatureTarget
  }

  /// The clones, subject by subject, each signature of a subject once.
  package private(set) var clones: [Clone] = []

  /// No clones.
  package init() {}

  /// Adds the clones of a subject.
  package mutating func add(_ tracked: TrackedClones) {
    for clone in tracked.clones {
      let owner = RunTarget.Owner.subject(tracked.subject)
      let isKnown = clones.contains {
        $0.target.owner == owner && $0.signature.key == clone.target.key
      }
      guard !isKnown else { continue }
      clones.append(
        Clone(
          target: RunTarget(
            name: clone.id.text,
            owner: owner,
            locusClass: clone.index.locusClass,
            role: clone.role,
            expectedBackground: clone.index.expectedBackground,
            signature: clone.index.signature.bases.description
          ),
          signature: clone.target
        )
      )
    }
  }

  /// Every signature that is none of a subject's own, once, in the order of the clones.
  package func foreign(to tracked: TrackedClones?) -> [SignatureTarget] {
    var seen = Set((tracked?.clones ?? []).map(\.target.key))
    return clones.map(\.signature).filter { seen.insert($0.key).inserted }
  }
}
