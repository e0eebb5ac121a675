import Diagnostics
import Monitoring
import Reports

extension DriftClonotype {
  /// The clonotype of a baseline record; `nil` if its offsets do not fit its bases.
  ///
  /// - Parameters:
  ///   - record: The clonotype.
  ///   - reference: The record it stands in, which scales its reads.
  init?(
    _ record: BaselineRecord.ReferenceClonotype,
    of reference: BaselineRecord.Reference
  ) {
    func range(_ offsets: OffsetRange) -> Range<Int>? {
      offsets.start <= offsets.end ? offsets.start..<offsets.end : nil
    }
    guard let window = range(record.window), let ndn = range(record.ndn),
      let layout = RearrangementLayout(
        bases: Array(record.sequence.utf8),
        window: window,
        ndn: ndn,
        d: record.d.flatMap(range),
        mutations: record.vMutations
      )
    else { return nil }
    let templates = reference.readsPerTemplate.map { Double(record.duplicateCount) / $0 }
    self.init(
      id: record.cloneID,
      type: record.rearrangementType,
      vCall: record.vCall,
      jCall: record.jCall,
      layout: layout,
      reads: record.duplicateCount,
      templates: templates,
      likeFraction: record.likeFraction,
      cellFraction: templates.flatMap { templates in
        reference.cellEquivalents.map { templates / $0 }
      }
    )
  }
}

extension BaselineRecord.ReferenceClonotype {
  /// The record of a clonotype.
  init(_ clonotype: DriftClonotype) {
    let layout = clonotype.layout
    self.init(
      cloneID: clonotype.id,
      rearrangementType: clonotype.type,
      vCall: clonotype.vCall,
      jCall: clonotype.jCall,
      sequence: String(decoding: layout.bases, as: UTF8.self),
      window: OffsetRange(layout.window),
      ndn: OffsetRange(layout.ndn),
      d: layout.d.map { OffsetRange($0) },
      vMutations: layout.mutations,
      duplicateCount: clonotype.reads,
      likeFraction: clonotype.likeFraction
    )
  }
}

extension OffsetRange {
  /// The record of a half-open range.
  init(_ range: Range<Int>) { self.init(start: range.lowerBound, end: range.upperBound) }
}

extension FollowupRecord.DriftRecord {
  /// The record of an event.
  init(_ event: DriftEvent) {
    let emerged = event.emerged
    let finding = FindingRecord(event.finding)
    self.init(
      event: event.code,
      severity: event.severity.rawValue,
      verdict: event.verdict.rawValue,
      message: event.message,
      remedy: finding.remedy,
      cloneID: event.cloneID,
      newCloneID: emerged?.id,
      vCall: emerged?.vCall,
      jCall: emerged?.jCall,
      junction: emerged.flatMap { clonotype in
        clonotype.vCall == nil || clonotype.jCall == nil
          ? nil : String(decoding: clonotype.layout.windowBases, as: UTF8.self)
      },
      stem: event.stem,
      distance: event.distance,
      duplicateCount: emerged?.reads,
      templates: emerged?.templates,
      likeFraction: emerged?.likeFraction,
      cellFraction: emerged?.cellFraction,
      foldChange: event.change?.fold,
      pValue: event.change?.pValue
    )
  }
}
