import Statistics

/// What the assay could have seen in this sample (article "Sensitivity reached").
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

  /// The counts a sensitivity is worked out for.
  package var countsNeeded: Int?

  /// Works out what could have been seen.
  ///
  /// - Parameters:
  ///   - needed: the counts of a detection; `nil` if nothing is tracked.
  ///   - scale: what turns counts to templates; `nil` if nothing does.
  ///   - cells: the nucleated cells; `nil` if unknown.
  ///   - allelesPerCell: the templates that one clonal cell gives.
  ///   - parameters: the thresholds.
  init(
    needed: Int?,
    scale: TemplateScale?,
    cells: Double?,
    allelesPerCell: Double = 1,
    parameters: QuantificationParameters
  ) {
    countsNeeded = needed
    let probability = parameters.detection.detectionProbability
    let cells = cells.flatMap { $0 > 0 ? $0 : nil }
    if let cells {
      cellLimitedLOD95 =
        meanForDetection(of: 1, probability: probability) / (allelesPerCell * cells)
      loq = parameters.levels.quantifiableTemplates / cells
    }
    guard let needed, let scale else { return }
    func detection(of templates: Int) -> Double { scale.detection(of: templates, atLeast: needed) }
    let single = detection(of: 1)
    singleTemplateDetection = single
    // Nothing is searched beyond 100,000 templates, a tenth of a million cells: a limit of detection
    // as high says nothing about residual disease.
    templatesNeeded = smallestCount(upTo: 100_000) { detection(of: $0) >= probability }
    guard let cells, let templatesNeeded else { return }
    lod95 =
      Self.meanTemplates(needed: templatesNeeded, parameters.detection, detection)
      / (allelesPerCell * cells)
  }

  /// The mean templates of a sample that is detected with the probability of the limit.
  ///
  /// If one template is enough, λ / q is exact up to signals of two templates that neither would
  /// give alone. If it is not, templates that are each seen with q < 0.95 add up, and the sum over
  /// their Poisson number is solved; `λ(n) / q` for n templates would ask for far too many.
  private static func meanTemplates(
    needed: Int,
    _ limits: QuantificationParameters.Detection,
    _ detection: (Int) -> Double
  ) -> Double {
    let probability = limits.detectionProbability
    let one = meanForDetection(of: 1, probability: probability)
    if needed == 1 { return one / detection(1) }
    let exact = meanForDetection(probability: probability, detection: detection)
    // Never better than with one template that is just seen, so that the limit does not jump.
    return max(
      exact ?? meanForDetection(of: needed, probability: probability) / detection(1),
      one / probability
    )
  }
}

/// The smallest count from 1 for which a condition that stays true once true holds.
private func smallestCount(upTo most: Int, where holds: (Int) -> Bool) -> Int? {
  var (below, enough) = (0, 1)
  while !holds(enough) {
    guard enough < most else { return nil }
    (below, enough) = (enough, enough * 2)
  }
  while enough - below > 1 {
    let middle = below + (enough - below) / 2
    if holds(middle) { enough = middle } else { below = middle }
  }
  return enough
}
