import Statistics

extension RunEvidence {
  /// The chance that a sample's own cells show a clonotype below which it is looked at in other
  /// subjects' samples.
  ///
  /// Chosen here: among 100 samples less than one run in ten has such a find by chance, so a find
  /// speaks of the lane or of foreign DNA.
  private static let rareBackground = 1e-3

  /// The places of each subject's targets, ordered by subject.
  var targetsByOwner: [(owner: String, targets: [Int])] {
    var places: [String: [Int]] = [:]
    for (place, target) in targets.enumerated() {
      if let subject = target.subject { places[subject, default: []].append(place) }
    }
    return places.sorted { $0.key < $1.key }.map { (owner: $0.key, targets: $0.value) }
  }

  /// The other subjects that have a target's signature too.
  func otherOwners(ofTarget place: Int) -> Set<String> {
    let target = targets[place]
    return Set(
      targets.filter { $0.signature == target.signature }.compactMap(\.subject)
    ).subtracting([target.subject ?? ""])
  }

  /// The chance that unrelated cells of a sample show a target's signature.
  ///
  /// None in a blank, which has no cells; certain where two subjects share it or nothing is known
  /// of it.
  func chanceOfSignature(_ place: Int, in sample: RunSample) -> Double {
    if sample.role == .blank { return 0 }
    guard otherOwners(ofTarget: place).isEmpty,
      let background = targets[place].expectedBackground
    else { return 1 }
    return PoissonDistribution(mean: background).atLeast(1)
  }

  /// Whether reads of another subject's target in a sample are evidence about its lane.
  func isForeignEvidence(_ place: Int, in sample: RunSample) -> Bool {
    targets[place].subject != nil && chanceOfSignature(place, in: sample) < Self.rareBackground
  }

  /// Whether two samples are of one run; samples of which the run is not stated are.
  func isOneRun(_ left: RunSample, _ right: RunSample) -> Bool {
    left.runs.isEmpty || right.runs.isEmpty || !left.runs.isDisjoint(with: right.runs)
  }
}
