import Assays
import Monitoring
import ResultStore

extension BatchWorkflow {
  /// The samples in the order in which they can be judged: baselines, then follow-ups by their
  /// place among the visits of their subject, because a visit is judged with those before it.
  var rounds: [[SampleSheet.Sample]] {
    let samples = plan.sheet.samples
    var rounds = [samples.filter(\.role.isBaseline)]
    let others = samples.filter { !$0.role.isBaseline }
    let depths = others.map { plan.sheet.daysOfVisits(before: $0).count }
    for depth in 0...(depths.max() ?? 0) {
      rounds.append(zip(others, depths).filter { $1 == depth }.map(\.0))
    }
    return rounds
  }

  /// The earlier visits of a sample's subject, of earlier results and of this run, oldest first.
  ///
  /// A sample without a day has none and is none; nor is a control.
  func visits(
    before sample: SampleSheet.Sample,
    _ state: BatchState
  ) -> [EarlierResult] {
    guard sample.role == .followup, let day = sample.specimen.collectionDate else { return [] }
    let own = plan.sheet.samples.filter { $0.subject == sample.subject }
      .compactMap { state.visits[$0.name] }
    let earlier = (plan.history.visits[sample.subject] ?? []).filter { old in
      // A visit that is in the sheet, too, is what this run says of it.
      !plan.sheet.samples.contains { $0.name == old.visit.sample }
    }
    func key(_ result: EarlierResult) -> (String, String) {
      (result.date?.description ?? "", result.visit.sample)
    }
    return (earlier + own).filter { $0.date.map { $0 < day } ?? false }
      .sorted { key($0) < key($1) }
  }
}

extension SampleSheet {
  /// The days before a follow-up on which other follow-ups of its subject were taken.
  func daysOfVisits(before sample: Sample) -> Set<CalendarDate> {
    guard sample.role == .followup, let day = sample.specimen.collectionDate else { return [] }
    return Set(
      samples.filter { $0.role == .followup && $0.subject == sample.subject }
        .compactMap(\.specimen.collectionDate).filter { $0 < day }
    )
  }
}
