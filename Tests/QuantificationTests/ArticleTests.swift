import Clonotyping
import Foundation
import Quantification
import Testing

/// The numbers of the articles' worked examples, each computed and then looked up in its article.
@Suite("Worked examples of the articles")
struct ArticleTests {
  /// Expects an article to print a computed value in this format.
  private func expect(
    _ article: String,
    _ sentence: String,
    _ values: Double?...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/Quantification/Quantification.docc/\(article).md")
    let text = try String(contentsOf: file, encoding: .utf8)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let computed = try values.map { try #require($0, sourceLocation: sourceLocation) }
    let wanted = String(format: sentence, arguments: computed)
    #expect(
      text.contains(wanted),
      "\(article).md lacks '\(wanted)'",
      sourceLocation: sourceLocation
    )
  }

  @Test func cells() throws {
    let result = SampleQuantification(
      of: [
        ReplicateObservation(
          index: 1,
          dnaNanograms: 650,
          cloneReads: [0],
          controlReads: [2_000, 240],
          competitorReads: [0, 400]
        )
      ],
      clones: [.igh("C1")],
      controls: [.spike, .albumin]
    )
    #expect(result.cells.mass == 100_000)
    #expect(result.controls[1].copies == 36_000)
    #expect(result.cells.equivalents == 18_000)
    try expect("Cells", "*A* = %.2f.", result.cells.amplifiability)
    try expect("Cells", "*s* = %.4f;", result.cells.genomicError)
    let interval = result.cells.amplifiabilityInterval
    try expect("Cells", "is %.3f to %.3f.", interval?.lower, interval?.upper)
  }

  private func spikes(
    _ reads: [Int],
    _ families: [String],
    clone: String,
    method: SpikeFitMethod = .weighted
  ) -> SampleQuantification {
    var parameters = QuantificationParameters.clonetrackMMv1
    parameters.controls.fit = method
    var info = TrackedCloneInfo.igh("C1")
    info.primerFamily = clone
    return SampleQuantification(
      of: [
        ReplicateObservation(
          index: 1,
          dnaNanograms: 650,
          cloneReads: [1_000],
          controlReads: reads,
          competitorReads: reads.map { _ in 0 }
        )
      ],
      clones: [info],
      controls: zip([20.0, 60, 180, 40, 120], families).map {
        ControlDefinition(
          name: "IC\($0)",
          kind: .spike(copiesPerReplicate: $0),
          primerFamily: $1
        )
      },
      parameters: parameters
    )
  }

  @Test func templates() throws {
    let (reads, families) = (
      [410, 1_150, 3_700, 500, 1_400], ["IGHV3", "IGHV3", "IGHV3", "IGHV1", "IGHV1"]
    )
    let own = spikes(reads, families, clone: "IGHV3")
    try expect(
      "Templates",
      "= %.2f, r² = %.4f. A clone of IGHV3",
      own.calibration.families.last?.countsPerCopy,
      own.calibration.families.last?.rSquared
    )
    try expect("Templates", "= %.2f templates.", own.templates)
    let other = spikes(reads, families, clone: "IGHV1")
    try expect(
      "Templates",
      "= %.2f, r² = %.4f. A clone of IGHV1 has %.2f templates.",
      other.calibration.universal?.countsPerCopy,
      other.calibration.universal?.rSquared,
      other.templates
    )
    let vidjil = spikes(
      [410, 1_150, 3_700],
      ["IGHV3", "IGHV3", "IGHV3"],
      clone: "IGHV4",
      method: .vidjil
    )
    try expect("Templates", "%.2f templates.", vidjil.templates)
  }

  @Test func molecules() throws {
    let result = SampleQuantification(
      of: [
        ReplicateObservation(
          index: 1,
          dnaNanograms: 650,
          cloneReads: [180],
          controlReads: [1_200],
          competitorReads: [0],
          molecules: TargetCounts(clones: [6], controls: [40], competitors: [0])
        )
      ],
      clones: [.igh("C1")],
      controls: [.spike]
    )
    let interval = result.clones[0].templateInterval
    try expect(
      "Templates",
      "*ε* = %.1f; 6 molecules of a clone are %.0f templates with *D* = %.1f and a 95 %% interval of "
        + "%.1f to %.1f.",
      result.captureEfficiency,
      result.templates,
      result.dispersion,
      interval?.lower,
      interval?.upper
    )
  }

  @Test func replicates() throws {
    var pair = SampleFixture(
      cloneReads: [[40], [40]],
      controlReads: [2_000, 1_000],
      dnaNanograms: [700, 700]
    )
    try expect("Replicates", "= %.2f templates. With 771", pair.quantification.templates)
    pair.dnaNanograms = [700, 771]
    try expect("Replicates", "2 + 4 = %.0f.", pair.quantification.templates)
    let wide = SampleFixture(
      cloneReads: [[0], [0], [0], [240]],
      controlReads: [2_000, 2_000, 2_000, 2_000],
      dnaNanograms: [700, 700, 700, 700]
    ).quantification.clones[0]
    try expect(
      "Replicates",
      "%.0f templates, *X*²/3 = %.2f, p = %.1e. *D* rises from 1.55 to %.2f",
      wide.templates,
      wide.replicateSpread?.index,
      wide.replicateSpread?.pValue,
      wide.dispersion
    )
    try expect(
      "Replicates",
      "interval is %.2f to %.1f templates.",
      wide.templateInterval?.lower,
      wide.templateInterval?.upper
    )
    try expect("Replicates", "replicate is %.1e:", wide.singleReplicateProbability)
  }

  @Test func severalClonotypes() throws {
    var sample = SampleFixture(
      cloneReads: [[200, 120]],
      controlReads: [2_000],
      dnaNanograms: [650]
    )
    sample.clones = [.igh("H"), .igk("K")]
    sample.parameters.cells.cellCountVariation = 0
    let words: [(QuantificationParameters.Levels.Combination, String)] = [
      (.maximum, "Highest"), (.mean, "Mean"), (.sumLikelihood, "Joint"),
    ]
    for (combination, word) in words {
      sample.parameters.levels.combination = combination
      let result = sample.quantification
      try expect(
        "SeveralClonotypes",
        word + ": %.0f (%.2f to %.2f)",
        result.templates,
        result.interval.map { $0.lower * 100_000 },
        result.interval.map { $0.upper * 100_000 }
      )
    }
    try expect("SeveralClonotypes", "p = %.2f:", sample.quantification.heterogeneityP)
    sample.cloneReads = [[200, 6]]
    let result = SampleQuantification(
      of: sample.replicates,
      clones: sample.clones,
      controls: [.spike],
      otherBackground: [BackgroundReads(hop: 1), BackgroundReads(hop: 1)]
    )
    try expect("SeveralClonotypes", "chance of %.1e.", result.clones[1].backgroundP)
    try expect("SeveralClonotypes", "needs %.0f reads and", Double(result.clones[1].minimumCount))
  }

  @Test func interval() throws {
    var sample = SampleFixture(
      cloneReads: [[25]],
      controlReads: [2_000],
      dnaNanograms: [700]
    )
    let result = sample.quantification
    #expect(result.cells.equivalents == 107_692)
    try expect("IntervalOfLevel", "/ 107,692 = %.4e.", result.mrd)
    try expect("IntervalOfLevel", "*T* = 25 / 20 = %.2f;", result.templates)
    try expect("IntervalOfLevel", "0.5 = %.2f.", result.dispersion)
    try expect(
      "IntervalOfLevel",
      "%.2e to %.2e with the",
      result.interval?.lower,
      result.interval?.upper
    )
    try expect(
      "IntervalOfLevel",
      "*q* = %.3f; LOD95 = %.2e.",
      result.sensitivity.singleTemplateDetection,
      result.sensitivity.lod95
    )
    sample.parameters.cells.cellCountVariation = 0
    let exact = sample.quantification.interval
    try expect("IntervalOfLevel", "%.2e to %.2e with exact", exact?.lower, exact?.upper)
  }

  @Test func background() throws {
    let sample = SampleFixture(cloneReads: [[0]], controlReads: [2_000], dnaNanograms: [700])
    let result = SampleQuantification(
      of: sample.replicates,
      clones: [.igh("C1", background: 0.05)],
      controls: [.spike],
      otherBackground: [BackgroundReads(blank: 0.25, hop: 0.5, error: 0.25)]
    ).clones[0]
    try expect(
      "Background",
      "*μ* = %.2f, *k*min = %.0f.",
      result.background.total,
      Double(result.minimumCount)
    )
  }

  @Test func sensitivity() throws {
    var sample = SampleFixture(cloneReads: [[0], [0], [0]])
    let deep = sample.quantification.sensitivity
    try expect("SensitivityReached", "*q* = %.3f, LOD95", deep.singleTemplateDetection)
    try expect("SensitivityReached", "323,077) = %.1e.", deep.lod95)
    try expect("SensitivityReached", "LOQ = %.1e.", deep.loq)
    try expect(
      "Statuses",
      "LOD95 = %.1e, upper bound %.1e:",
      deep.lod95,
      sample.quantification.interval?.upper
    )
    sample.controlReads = [1_000, 1_000, 1_000]
    let shallow = sample.quantification.sensitivity
    try expect("SensitivityReached", "*q* = %.3f, two", shallow.singleTemplateDetection)
    try expect(
      "SensitivityReached",
      "*λ* = %.3f, LOD95 = %.2e:",
      shallow.lod95.map { $0 * 323_077 },
      shallow.lod95
    )
    #expect(shallow.templatesNeeded == 2)
  }

  @Test func statuses() {
    var sample = SampleFixture(cloneReads: [[0], [0], [0]])
    #expect(sample.verdict.words == ["NOT_DETECTED", "NEG", "NEG", "INDET"])
    #expect(sample.verdict.statuses.map(\.annotations) == [[], [.intervalCrosses], []])
    sample.parameters.cutoffs.negativeRule = .upper95
    #expect(sample.verdict.words == ["NOT_DETECTED", "NEG", "INDET", "INDET"])
    sample.parameters.cutoffs.negativeRule = .point
    sample.parameters.cutoffs.sensitivityMargin = 10
    let expected: [[CutoffAnnotation]] = [[], [.intervalCrosses, .smallMargin], []]
    #expect(sample.verdict.statuses.map(\.annotations) == expected)
    // The margin warns; it changes no status.
    #expect(sample.verdict.words == ["NOT_DETECTED", "NEG", "NEG", "INDET"])
  }
}
