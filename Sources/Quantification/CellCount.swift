/// Where the number of cells comes from (DOMAIN §3.2).
package enum CellSource: String, CaseIterable, Codable, Hashable, Sendable {
  /// The genomic control against its competitor.
  case genomicControl = "GENOMIC_CONTROL"
  /// The DNA mass times an amplifiability measured elsewhere.
  case massAndAmplifiability = "MASS_AND_AMPLIFIABILITY"
  /// The DNA mass alone: the integrity of the DNA is not known.
  case massOnly = "MASS_ONLY"
}

/// The nucleated cells behind a sample's replicates.
package struct CellCount: Hashable, Sendable {
  /// The cells after the DNA mass; `nil` if a replicate's mass is unknown.
  package var mass: Double?
  /// The cells after the genomic control; `nil` without one that can be read.
  package var genomic: Double?
  /// The amplifiable share of the DNA; `nil` if not measured.
  package var amplifiability: Double?
  /// The cells that count, a whole number; `nil` if unknown.
  package var equivalents: Double?
  /// Where they come from; `nil` if they are unknown.
  package var source: CellSource?

  /// Counts the cells of the replicates that count (DOMAIN §3.2).
  ///
  /// A replicate whose competitor has too few reads takes the amplifiability of the others.
  init(
    of replicates: [ReplicateObservation],
    controls: [ControlDefinition],
    measuredAmplifiability: Double?,
    parameters: QuantificationParameters
  ) {
    guard !replicates.isEmpty else { return }
    let perCell = parameters.cells.picogramsPerGenome
    let masses = replicates.map { $0.dnaNanograms.map { 1_000 * $0 / perCell } }
    let genomics = replicates.map {
      Self.genomicCells(of: $0, controls: controls, minimumReads: parameters.controls.minimumReads)
    }
    mass = Self.sum(masses)

    let both = zip(masses, genomics).compactMap { pair -> (mass: Double, genomic: Double)? in
      guard let mass = pair.0, let genomic = pair.1 else { return nil }
      return (mass, genomic)
    }
    let compared = orderlessSum(both.map(\.mass))
    amplifiability =
      compared > 0 ? orderlessSum(both.map(\.genomic)) / compared : measuredAmplifiability
    if genomics.contains(where: { $0 != nil }) {
      genomic = Self.sum(
        zip(masses, genomics).map { mass, genomic in
          genomic ?? mass.flatMap { mass in amplifiability.map { mass * $0 } }
        }
      )
    }

    if let genomic {
      (equivalents, source) = (genomic.rounded(), .genomicControl)
    } else if let mass, let amplifiability {
      (equivalents, source) = ((mass * amplifiability).rounded(), .massAndAmplifiability)
    } else if let mass {
      (equivalents, source) = (mass.rounded(), .massOnly)
    }
  }

  /// The cells of a replicate as the mean over its readable genomic controls; `nil` without one.
  private static func genomicCells(
    of replicate: ReplicateObservation,
    controls: [ControlDefinition],
    minimumReads: Int
  ) -> Double? {
    var estimates: [Double] = []
    for (index, control) in controls.enumerated() {
      guard case .genomic(let copiesPerCell, let competitor?) = control.kind else { continue }
      let reads = replicate.competitorReads[index]
      guard reads >= minimumReads else { continue }
      let copies =
        Double(replicate.controlReads[index]) * competitor.copiesPerReplicate / Double(reads)
      estimates.append(copies / copiesPerCell)
    }
    return estimates.isEmpty ? nil : estimates.reduce(0, +) / Double(estimates.count)
  }

  /// The sum; `nil` if a term is unknown.
  private static func sum(_ values: [Double?]) -> Double? {
    let known = values.compactMap { $0 }
    return known.count == values.count ? orderlessSum(known) : nil
  }
}
