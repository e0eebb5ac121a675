/// What scales counts to templates: the lines through the controls (article "Templates from
/// controls", section 2).
package struct Calibration: Hashable, Sendable {
  /// The unit that is scaled.
  package var unit: CountUnit
  /// How lines were laid through spikes.
  package var method: SpikeFitMethod
  /// The line through all spikes, or the competitors of an assay without spikes.
  ///
  /// `nil` without such controls or without counts of them.
  package var universal: SpikeFit?
  /// The lines of the primer families that spikes name, by name.
  package var families: [SpikeFit]
}

/// The controls that scale counts to templates.
///
/// The spikes. An assay without spikes is scaled by the competitors of its genomic controls; with
/// molecular identifiers by the genomic controls themselves, whose molecules are the cells'.
struct Calibrators {
  /// A control whose copies are known, and where its counts are.
  struct Member {
    /// The control's place in the assay.
    var index: Int
    var name: String
    var family: String?
    /// Copies in each replicate; `nil` if the counted molecules are themselves the copies.
    var copies: Double?
    /// Copies times the efficiency of the primer family.
    var amplifiable: Double?
    var isCompetitor: Bool
  }

  var unit: CountUnit
  var members: [Member] = []

  init(_ controls: [ControlDefinition], efficiencies: PrimerEfficiencies, unit: CountUnit) {
    self.unit = unit
    let usesSpikes = controls.contains(where: \.isSpike)
    for (index, control) in controls.enumerated() {
      let efficiency = efficiencies[control.primerFamily]
      var member = Member(
        index: index,
        name: control.name,
        family: control.primerFamily,
        copies: nil,
        amplifiable: nil,
        isCompetitor: false
      )
      switch control.kind {
      case .spike(let count):
        member.copies = count
        member.amplifiable = count * efficiency
      case .genomic(_, let competitor):
        guard !usesSpikes else { continue }
        if unit == .reads {
          guard let competitor else { continue }
          member.name = competitor.name
          member.copies = competitor.copiesPerReplicate
          member.amplifiable = competitor.copiesPerReplicate * efficiency
          member.isCompetitor = true
        }
      }
      members.append(member)
    }
  }

  /// Whether the assay has such a control.
  var exist: Bool { !members.isEmpty }

  /// The copies in each replicate; `nil` without such a control or if they are what is counted.
  var copiesPerReplicate: Double? {
    let copies = members.compactMap(\.copies)
    return copies.isEmpty ? nil : copies.reduce(0, +)
  }

  /// The counts of one of the controls in a replicate.
  func counts(of member: Member, in replicate: ReplicateObservation, _ unit: CountUnit) -> Int {
    let counts = replicate.counts(unit)
    return (member.isCompetitor ? counts.competitors : counts.controls)[member.index]
  }

  /// The replicate with its control reads, excluded if they are too few.
  func summary(of replicate: ReplicateObservation, minimumReads: Int) -> ReplicateSummary {
    let reads = members.reduce(0) { $0 + counts(of: $1, in: replicate, .reads) }
    var exclusion: ExclusionReason?
    if exist {
      if reads == 0 {
        exclusion = .noControlReads
      } else if reads < minimumReads {
        exclusion = .fewControlReads
      }
    }
    return ReplicateSummary(
      index: replicate.index,
      exclusion: exclusion,
      dnaNanograms: replicate.dnaNanograms,
      controlReads: reads,
      controlCopies: copiesPerReplicate
    )
  }

  /// Lays the lines through the controls of the replicates that count.
  func calibration(
    _ replicates: [ReplicateObservation],
    limits: QuantificationParameters.Controls
  ) -> Calibration {
    var points: [(family: String?, point: SpikeFit.Point)] = []
    for member in members {
      let total = replicates.reduce(0) { $0 + counts(of: member, in: $1, unit) }
      let copies = member.copies.map { $0 * Double(replicates.count) } ?? Double(total)
      guard copies > 0 else { continue }
      points.append(
        (
          member.family,
          SpikeFit.Point(
            control: member.name,
            counts: total,
            copies: copies,
            amplifiable: member.amplifiable.map { $0 * Double(replicates.count) } ?? copies
          )
        )
      )
    }
    let names = Set(points.compactMap(\.family)).sorted()
    return Calibration(
      unit: unit,
      method: limits.fit,
      universal: SpikeFit(points.map(\.point), family: nil, limits: limits),
      families: names.compactMap { name in
        SpikeFit(points.filter { $0.family == name }.map(\.point), family: name, limits: limits)
      }
    )
  }
}
