import Statistics

/// What the assay could have seen in this sample (DOMAIN §3.8).
package struct Sensitivity: Hashable, Sendable {
  /// The chance that one template is detected; `nil` if the depth is unknown.
  package var singleTemplateDetection: Double?
  /// The templates that are detected with 95 % and more; `nil` if no number of them is.
  package var templatesNeeded: Int?
  /// The level detected with 95 %; `nil` if unknown.
  package var lod95: Double?
  /// The level detected with 95 % if every template were seen; `nil` if the cells are unknown.
  package var cellLimitedLOD95: Double?
  /// The lowest level that can be quantified; `nil` if the cells are unknown.
  package var loq: Double?

  /// The templates that are tried at most; more are worse than no sensitivity at all.
  private static let mostTemplates = 100_000

  init(
    minimumReads: Int?,
    depth: Double?,
    cells: Double?,
    parameters: QuantificationParameters
  ) {
    let probability = parameters.detection.detectionProbability
    let cells = cells.flatMap { $0 > 0 ? $0 : nil }
    if let cells {
      cellLimitedLOD95 = meanForDetection(of: 1, probability: probability) / cells
      loq = parameters.levels.quantifiableTemplates / cells
    }
    guard let minimumReads, let depth else { return }
    func detection(of templates: Int) -> Double {
      parameters.levels.readsOfTemplates(templates, depth: depth).atLeast(minimumReads)
    }
    let single = detection(of: 1)
    singleTemplateDetection = single
    templatesNeeded = Self.smallest { detection(of: $0) >= probability }
    if let cells, let templatesNeeded, single > 0 {
      lod95 =
        meanForDetection(of: templatesNeeded, probability: probability) / (single * cells)
    }
  }

  /// The smallest number for which a condition that stays true once true holds.
  private static func smallest(where holds: (Int) -> Bool) -> Int? {
    var (below, enough) = (0, 1)
    while !holds(enough) {
      guard enough < mostTemplates else { return nil }
      (below, enough) = (enough, enough * 2)
    }
    while enough - below > 1 {
      let middle = below + (enough - below) / 2
      if holds(middle) { enough = middle } else { below = middle }
    }
    return enough
  }
}
