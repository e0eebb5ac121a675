import Diagnostics
package import Monitoring

extension QualityRecord {
  /// Creates the record of all libraries.
  ///
  /// - Parameters:
  ///   - attempts: Every library once, in order of time.
  ///   - controls: The charts of the controls.
  ///   - programVersion: The version of this program.
  ///   - programVersions: The versions the results were made with.
  ///   - profiles: The sha256 of the profiles the results were made with.
  package init(
    _ attempts: [LibraryAttempt],
    controls: [ControlChartRecord],
    programVersion: String,
    programVersions: Set<String>,
    profiles: Set<String>
  ) {
    schema = Self.schemaName
    self.programVersion = programVersion
    let without = SubjectIndex.neverEvaluable(attempts)
    let all = SubjectVisit.visits(of: attempts)
    let visits = all.filter { !without.contains($0.final.subject) }
    scope = Scope(
      libraries: attempts.count,
      subjectVisits: visits.count,
      visitsWithoutIndex: all.count - visits.count,
      subjects: Set(all.map(\.final.subject)).count,
      runs: Set(attempts.compactMap { $0.groups[.run] }).count,
      programVersions: programVersions.sorted(),
      profiles: profiles.sorted()
    )
    let finals = visits.map { visit in
      var attempt = visit.final
      attempt.outcome = visit.outcome
      return attempt
    }
    rates =
      FailureRates.table(attempts).map { RateRecord($0, level: .library) }
      + FailureRates.table(finals).map { RateRecord($0, level: .subjectVisit) }
    let causes = attempts.flatMap { Set($0.findings.filter(\.blocks).map(\.code)) }
    pareto = ParetoItem.table(Dictionary(causes.map { ($0, 1) }, uniquingKeysWith: +))
      .map { ParetoRecord($0, libraries: attempts.count) }
    proportionCharts = [QualityDimension.run, .month].map { dimension in
      let groups = FailureRates.groups(of: attempts, by: dimension).filter { !$0.name.isEmpty }
        .sorted { ($0.members[0].number, $0.name) < ($1.members[0].number, $1.name) }
      return ProportionChartRecord(
        ProportionChart(
          groups.map { ($0.name, EventRate(of: $0.members) { $0.outcome == .failed }) }
        ),
        by: dimension
      )
    }
    .filter { !$0.points.isEmpty }
    controlCharts = controls
    repeats = RepeatSuccess.table(visits).map { RepeatRecord($0) }
    let answered = visits.filter { $0.outcome == .evaluable }
    turnaround = TurnaroundRecord(answered.compactMap(\.final.turnaround), of: answered.count)
    neverEvaluable = NeverEvaluableRecord(without, of: SubjectIndex.judged(attempts).count)
    capa = FailureCluster.clusters(in: attempts).enumerated().map { number, cluster in
      CAPARecord(cluster, number: number + 1, attempts)
    }
  }
}

extension QualityRecord.CAPARecord {
  /// Creates the form of a cluster.
  fileprivate init(_ cluster: FailureCluster, number: Int, _ attempts: [LibraryAttempt]) {
    let entry = CodeRegistry.entry(for: cluster.code)
    let digits = String(number)
    id = "CAPA-" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    code = cluster.code
    groups = cluster.groups.map { Group(dimension: $0.dimension.rawValue, name: $0.name) }
    inside = ProportionRecord(cluster.inside)
    outside = ProportionRecord(cluster.outside)
    test = "Fisher's exact test, one-sided; adjusted after Holm"
    pValue = cluster.pValue
    adjustedP = cluster.adjustedP
    tests = cluster.tests
    samples = Set(cluster.members.map { attempts[$0].sample }).sorted()
    let places = groups.map { "\($0.dimension) \($0.name)" }.joined(separator: ", ")
    let meaning = entry.map { " \($0.meaning)" } ?? ""
    problem =
      "\(cluster.code) in \(inside.numerator) of \(inside.denominator) libraries of \(places), "
      + "in \(outside.numerator) of \(outside.denominator) libraries elsewhere.\(meaning)"
    containment = entry?.remedy
    rootCauseCategory = nil
    correctiveAction = nil
    preventiveAction = nil
    effectivenessCheckDate = nil
  }
}
