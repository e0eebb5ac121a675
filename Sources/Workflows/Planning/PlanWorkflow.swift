import Assays
package import Diagnostics
import Quantification
import Records
import Statistics

/// `clonetrack plan`: what a cutoff needs, and what a sample can reach (article "Sensitivity
/// reached", sections 1 and 3).
package struct PlanWorkflow: Sendable {
  /// What to plan.
  package var request: PlanRequest

  /// The templates of the table's rows.
  private static let rows = 1...3
  /// The templates that the rule of thumb asks for in the mean.
  private static let thumb = 5.0
  /// So much DNA that rounding to whole cells does not show, ng.
  private static let plenty = 1e7

  /// Creates a workflow.
  package init(_ request: PlanRequest) { self.request = request }

  /// Plans.
  ///
  /// - Returns: The plan, with the findings that its sample would have.
  /// - Throws: `FILE-MISSING`, `ASSAY-SYNTAX`, or `RUN-USAGE` for an unknown preset or threshold.
  package func run() throws(Diagnostic) -> PlanOutcome {
    let context = try AnalysisContext(
      assayPath: request.assayPath,
      presetName: request.presetName,
      germlinePath: nil
    )
    let assay = context.assay
    var profile = context.profile
    if !request.cutoffs.isEmpty {
      profile.quantification.cutoffs.list = Set(request.cutoffs).sorted(by: >)
    }
    let parameters = profile.quantification
    let copies =
      request.controlCopies ?? Self.copies(of: assay) ?? parameters.controls.copiesPerReplicate
    let depth = request.readsPerTemplate ?? parameters.detection.fullDepth
    let sample = request.dnaNanograms.map {
      PlannedSample(
        nanograms: $0,
        replicates: request.replicates,
        readsPerTemplate: depth,
        controlCopies: copies,
        amplifiability: request.amplifiability,
        parameters: parameters
      )
    }
    let unlimited = PlannedSample(
      nanograms: Self.plenty,
      replicates: 1,
      readsPerTemplate: depth,
      // So many copies that rounding to whole reads does not show.
      controlCopies: 1e6,
      amplifiability: request.amplifiability,
      parameters: powered(parameters)
    ).quantification()
    let single = unlimited.sensitivity.singleTemplateDetection ?? 0
    let record = PlanRecord(
      programVersion: ProgramVersion.program,
      profile: .init(id: profile.id, sha256: profile.sha256),
      assay: .init(name: assay.name, sha256: assay.sha256),
      power: request.power,
      templates: request.templates,
      picogramsPerGenome: parameters.cells.picogramsPerGenome,
      amplifiability: request.amplifiability,
      readsPerTemplate: depth,
      minimumReads: unlimited.clones.first?.minimumReads ?? parameters.detection.minimumReads,
      singleTemplateDetection: single,
      controlCopies: copies,
      cutoffs: parameters.cutoffs.list.map { cutoff in
        need(cutoff, templates: templatesNeeded(unlimited, parameters), depth, copies, parameters)
      },
      sample: sample.map { PlanRecord.Reach($0) }
    )
    let findings = sample.map { $0.findings($0.quantification()) } ?? []
    return PlanOutcome(record: record, findings: findings)
  }

  /// The copies of an assay's spikes; `nil` without any.
  private static func copies(of assay: Assay) -> Double? {
    let copies = assay.controls.compactMap { control -> Double? in
      guard case .spike(let copies) = control.definition.kind else { return nil }
      return copies
    }
    return copies.isEmpty ? nil : copies.reduce(0, +)
  }

  /// The thresholds with the power asked for as the chance of detection.
  private func powered(_ parameters: QuantificationParameters) -> QuantificationParameters {
    var parameters = parameters
    parameters.detection.detectionProbability = request.power
    return parameters
  }

  /// The mean templates in a sample in which a clone is detected with the power asked for and has
  /// the templates asked for; `nil` if a sample of that depth fails.
  ///
  /// `followup` states the same number of templates per cell as its limit of detection.
  private func templatesNeeded(
    _ unlimited: SampleQuantification,
    _ parameters: QuantificationParameters
  ) -> Double? {
    let sensitivity = unlimited.sensitivity
    guard let limit = sensitivity.lod95, let cells = unlimited.cells.equivalents,
      let single = sensitivity.singleTemplateDetection, let depth = unlimited.readsPerTemplate,
      depth >= parameters.detection.minimumDepth
    else { return nil }
    let present = meanForDetection(of: request.templates, probability: request.power) / single
    return max(limit * cells, request.templates > 1 ? present : 0)
  }

  private func need(
    _ cutoff: Double,
    templates: Double?,
    _ depth: Double,
    _ copies: Double,
    _ parameters: QuantificationParameters
  ) -> PlanRecord.Need {
    func amount(_ templates: Double) -> PlanRecord.Amount {
      // A quotient that is whole but for its last bits is not rounded up to the next cell.
      let cells = (templates / cutoff * (1 - 1e-12)).rounded(.up)
      let picograms = cells * parameters.cells.picogramsPerGenome / (request.amplifiability ?? 1)
      return .init(cells: cells, dnaNanograms: picograms / 1_000)
    }
    let needed = templates.map(amount)
    let replicates = needed.flatMap { needed in
      request.dnaNanograms.map { Int((needed.dnaNanograms / $0 * (1 - 1e-12)).rounded(.up)) }
    }
    let controlReads = replicates.map { Double($0) * copies * depth }
    let rearranged = needed.flatMap { needed in
      request.rearrangedFraction.map { $0 * needed.cells * depth }
    }
    return PlanRecord.Need(
      cutoff: cutoff,
      byTemplates: Self.rows.map { amount(meanForDetection(of: $0, probability: request.power)) },
      ruleOfThumb: amount(Self.thumb),
      needed: needed,
      replicates: replicates,
      controlReads: controlReads,
      readsPerPercent: needed.map { 0.01 * $0.cells * depth },
      reads: rearranged.flatMap { rearranged in controlReads.map { $0 + rearranged } }
    )
  }
}

extension PlanRecord.Reach {
  /// What a sample reaches.
  fileprivate init(_ sample: PlannedSample) {
    let result = sample.quantification()
    let cutoffs = sample.parameters.cutoffs.list
    self.init(
      dnaNanograms: sample.nanograms,
      replicates: sample.replicates,
      cells: result.cells.equivalents ?? 0,
      lod95: result.sensitivity.lod95,
      loq: result.sensitivity.loq,
      upperWithoutReads: result.interval?.upper,
      controlVariation: result.dispersion.flatMap { dispersion in
        result.controlCopies.map { (dispersion / $0).squareRoot() }
      },
      statuses: Dictionary(
        zip(cutoffs.map(FormattedNumber.key), sample.possibleStatuses()),
        uniquingKeysWith: { first, _ in first }
      ),
      findings: sample.findings(result).map { FindingRecord($0) }
    )
  }
}
