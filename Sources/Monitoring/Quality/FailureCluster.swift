import Diagnostics
import Statistics

/// A code that is more frequent in one run, lot or laboratory than elsewhere.
package struct FailureCluster: Hashable, Sendable {
  /// A group in which the code is frequent.
  package struct Group: Hashable, Sendable {
    /// Run, lot or laboratory.
    package var dimension: QualityDimension
    /// Its name.
    package var name: String
  }

  /// The largest chance of a false alarm among all tests at which a cluster is reported.
  ///
  /// Chosen here: one summary in twenty shows a cluster that is none, and a person looks at each.
  package static let level = 0.05
  /// The fewest libraries that make a cluster: one is an event, not a pattern.
  package static let minimumLibraries = 2

  /// The code.
  package var code: String
  /// The groups, all with the very same libraries of this code; which of them is the cause the
  /// numbers cannot say.
  package var groups: [Group]
  /// Libraries with the code in the first group.
  package var inside: EventRate
  /// Libraries with the code in all other groups of its dimension.
  package var outside: EventRate
  /// The one-sided p value of Fisher's exact test, `0...1`.
  package var pValue: Double
  /// The same after Holm, over all codes and groups tested.
  package var adjustedP: Double
  /// How many tests were made.
  package var tests: Int
  /// The libraries with the code in the group, as offsets into the list given.
  package var members: [Int]

  /// The clusters, the least likely by chance first.
  ///
  /// Each code that was raised, a warning or worse, is tested in each run, lot and laboratory against
  /// the others; libraries whose group is not known are in no test.
  package static func clusters(in libraries: [LibraryAttempt]) -> [FailureCluster] {
    var tested = QualityDimension.clustering.flatMap { tests(of: libraries, by: $0) }
    let adjusted = holmAdjusted(tested.map(\.pValue))
    for index in tested.indices {
      tested[index].adjustedP = adjusted[index]
      tested[index].tests = tested.count
    }
    let raised = tested.filter {
      $0.adjustedP < level && $0.inside.events >= minimumLibraries
    }
    return raised.reduce(into: [FailureCluster]()) { merged, cluster in
      let same = merged.firstIndex { $0.code == cluster.code && $0.members == cluster.members }
      guard let same else { return merged.append(cluster) }
      merged[same].groups += cluster.groups
    }
    .sorted { ($0.pValue, $0.code, $0.members[0]) < ($1.pValue, $1.code, $1.members[0]) }
  }

  private static func tests(
    of libraries: [LibraryAttempt],
    by dimension: QualityDimension
  ) -> [FailureCluster] {
    let known = libraries.indices.filter { libraries[$0].groups[dimension] != nil }
    let groups = Dictionary(grouping: known) { libraries[$0].groups[dimension] ?? "" }
    guard groups.count > 1 else { return [] }
    let codes = Set(
      known.flatMap { libraries[$0].findings.filter { $0.severity >= .warning }.map(\.code) }
    )
    return codes.sorted().flatMap { code in
      let raised = known.filter { libraries[$0].raised(code) }
      return groups.sorted { $0.key < $1.key }.map { name, members in
        let hit = members.filter { libraries[$0].raised(code) }
        let inside = EventRate(events: hit.count, trials: members.count)
        let outside = EventRate(
          events: raised.count - hit.count,
          trials: known.count - members.count
        )
        return FailureCluster(
          code: code,
          groups: [Group(dimension: dimension, name: name)],
          inside: inside,
          outside: outside,
          pValue: FisherExactTest.excess(inside: inside, outside: outside),
          adjustedP: 1,
          tests: 0,
          members: hit
        )
      }
    }
  }
}
