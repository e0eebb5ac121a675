import Clonotyping
import Monitoring
import Nucleotides
import Rearrangements
import Reports

/// The index clonotypes of all subjects of a run, counted in every sample.
struct RunTargets: Sendable {
  /// A clone with what the rules know it by.
  struct Clone: Sendable {
    var target: RunTarget
    var signature: SignatureTarget
  }

  /// The clones, subject by subject, each signature of a subject once.
  private(set) var clones: [Clone] = []

  /// Adds the clones of a subject's baseline.
  mutating func add(_ baseline: TrackedBaseline) {
    for clone in baseline.clones {
      let owner = RunTarget.Owner.subject(baseline.subject)
      let isKnown = clones.contains {
        $0.target.owner == owner && $0.signature.key == clone.target.key
      }
      guard !isKnown else { continue }
      clones.append(
        Clone(
          target: RunTarget(
            name: clone.record.cloneID,
            owner: owner,
            locusClass: LocusClass(clone.record.rearrangementType),
            role: clone.record.role,
            expectedBackground: clone.record.expectedBackground,
            signature: clone.record.signature
          ),
          signature: clone.target
        )
      )
    }
  }

  /// Every signature that is none of a subject's own, once, in the order of the clones.
  func foreign(to baseline: TrackedBaseline?) -> [SignatureTarget] {
    var seen = Set((baseline?.clones ?? []).map(\.target.key))
    return clones.map(\.signature).filter { seen.insert($0.key).inserted }
  }
}

extension SignatureTarget {
  /// What tells two targets apart for a matcher.
  struct Key: Hashable, Sendable {
    var bases: String
    var type: RearrangementType?
  }

  /// The target's signature and type.
  var key: Key { Key(bases: signature.bases.description, type: type) }
}
