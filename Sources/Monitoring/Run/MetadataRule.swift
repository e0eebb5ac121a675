import Diagnostics

/// Flags samples whose metadata contradict each other.
///
/// Two samples under one index of one lane; a subject of two sexes; a follow-up older than its
/// baseline; a library older than its sample; two visits on one day; numbered visits in another
/// order than their days.
package enum MetadataRule: RunRule {
  /// The code of the findings.
  package static let code = "ID-META"

  /// What it finds, in the order of the samples.
  package static func findings(for run: RunAnalysis) -> [RunFinding] {
    let samples = run.evidence.samples
    return samples.indices.flatMap { place in
      let sample = samples[place]
      let others = samples.indices.filter { $0 != place }.map { samples[$0] }
      let own = others.filter { $0.subject == sample.subject && $0.role.isPatient }
      let checks =
        [barcode(sample, others), age(sample)]
        + (sample.role.isPatient
          ? [sex(sample, own), order(sample, own), day(sample, own), number(sample, own)] : [])
      return checks.compactMap(\.self).map {
        finding(place, .failure, .init("contradictions in the metadata", 1, limit: 0), $0)
      }
    }
  }

  private static func barcode(_ sample: RunSample, _ others: [RunSample]) -> String? {
    for library in sample.libraries {
      guard let lane = library.lane, let index = library.index else { continue }
      let twin = others.first { other in
        other.libraries.contains { $0.lane == lane && $0.index == index }
      }
      if let twin {
        let place = lane.lane.isEmpty ? "run \(lane.run)" : "run \(lane.run) lane \(lane.lane)"
        return "index \(index) in \(place) is that of sample \(twin.sample) too, "
          + "each sample needs its own"
      }
    }
    return nil
  }

  private static func age(_ sample: RunSample) -> String? {
    guard let taken = sample.specimen.collectionDate, let made = sample.specimen.libraryDate,
      made < taken
    else { return nil }
    return "the library is of \(made), before the sample was taken on \(taken)"
  }

  private static func sex(_ sample: RunSample, _ own: [RunSample]) -> String? {
    guard let sex = sample.specimen.sex,
      let other = own.first(where: { ($0.specimen.sex ?? sex) != sex }),
      let otherSex = other.specimen.sex
    else { return nil }
    return "the sex of subject \(sample.subject) is \(sex) here and \(otherSex) in sample "
      + "\(other.sample), one is expected"
  }

  private static func order(_ sample: RunSample, _ own: [RunSample]) -> String? {
    guard sample.role == .followup, let taken = sample.specimen.collectionDate else { return nil }
    let baselines = own.filter(\.role.isBaseline).compactMap { baseline in
      baseline.specimen.collectionDate.map { (day: $0, sample: baseline.sample) }
    }
    guard let first = baselines.min(by: { $0.day < $1.day }), taken < first.day else { return nil }
    return "the follow-up is of \(taken), before the first baseline \(first.sample) of \(first.day)"
  }

  private static func day(_ sample: RunSample, _ own: [RunSample]) -> String? {
    guard let taken = sample.specimen.collectionDate, let visit = sample.specimen.visit else {
      return nil
    }
    let other = own.first {
      $0.specimen.collectionDate == taken && ($0.specimen.visit ?? visit) != visit
    }
    guard let other, let otherVisit = other.specimen.visit else { return nil }
    return "visit \(visit) is on \(taken), the day of visit \(otherVisit) in sample "
      + "\(other.sample)"
  }

  private static func number(_ sample: RunSample, _ own: [RunSample]) -> String? {
    guard let visit = NumberedVisit(sample) else { return nil }
    for other in own {
      guard let second = NumberedVisit(other), second.prefix == visit.prefix,
        (second.number < visit.number && second.day > visit.day)
          || (second.number > visit.number && second.day < visit.day)
      else { continue }
      let word = second.number < visit.number ? "after" : "before"
      return "visit \(visit.prefix)\(visit.number) is on \(visit.day), yet visit "
        + "\(second.prefix)\(second.number) in sample \(other.sample) is \(word) it on "
        + "\(second.day)"
    }
    return nil
  }
}

/// A visit with a number in its name, such as `M6`, and its day.
private struct NumberedVisit {
  var prefix: String
  package var number: Int
  var day: CalendarDate

  init?(_ sample: RunSample) {
    guard let visit = sample.specimen.visit, let day = sample.specimen.collectionDate else {
      return nil
    }
    let prefix = visit.prefix { $0.isLetter }
    guard !prefix.isEmpty, let number = Int(visit.dropFirst(prefix.count)) else { return nil }
    (self.prefix, self.number, self.day) = (String(prefix), number, day)
  }
}
