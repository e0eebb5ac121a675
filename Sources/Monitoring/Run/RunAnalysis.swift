import Clonotyping
import Quantification
import Tracking

/// A run with what its samples say about each other: what a rule of a run looks at.
package struct RunAnalysis: Sendable {
  /// The samples and their counts.
  package let evidence: RunEvidence
  /// The hopping of the run.
  package let hopping: RunHopping
  /// Other subjects' clones in samples, beyond hopping.
  let foreign: [ForeignSignal]

  /// Compares the samples of a run.
  package init(_ evidence: RunEvidence, _ hopping: RunHopping) {
    self.evidence = evidence
    self.hopping = hopping
    foreign = ForeignSignal.all(in: evidence, hopping)
  }

  /// The places of the samples that pass a test.
  func places(where isWanted: (RunSample) -> Bool) -> [Int] {
    evidence.samples.indices.filter { isWanted(evidence.samples[$0]) }
  }

  /// The signals in one sample.
  func foreign(inSample place: Int) -> [ForeignSignal] { foreign.filter { $0.sample == place } }

  /// The places of the clones of a sample's subject.
  func targets(ofSample place: Int) -> [Int] {
    evidence.targets.indices.filter {
      evidence.targets[$0].subject == evidence.samples[place].subject
    }
  }

  /// The places of those that alone make a sample positive.
  func primaryTargets(ofSample place: Int) -> [Int] {
    targets(ofSample: place).filter { evidence.targets[$0].role == .primary }
  }

  /// The chance of a false detection that each tracked clone of a sample's subject may have.
  func detectionAlpha(ofSample place: Int) -> Double {
    evidence.parameters.detection.backgroundAlpha
      / Double(max(1, targets(ofSample: place).count))
  }
}
