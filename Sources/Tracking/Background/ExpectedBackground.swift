import Clonotyping
package import Germline
import Rearrangements

/// How many unrelated cells of a follow-up would show a clonotype's signature by chance.
///
/// μ_fp = N_B · P (article "Generation model", section 1): N_B the polyclonal templates of the
/// class, P the chance that one has the signature, by the generation model or by other subjects' clonotypes.
package struct ExpectedBackground: Sendable {
  /// Where P comes from; raw values are those of the records.
  package enum Source: String, CaseIterable, Codable, Hashable, Sendable {
    /// `GenerationModel`.
    case generationModel = "generation_model"
    /// A file of other subjects' clonotypes.
    case backgroundFile = "background_file"
  }

  /// An expectation with its source.
  package struct Estimate: Hashable, Sendable {
    /// The expected templates.
    package var templates: Double
    /// Where their chance comes from.
    package var source: Source
  }

  /// Templates of a class from which a file can show that a signature is rare.
  ///
  /// Chosen here: without a find the upper bound of P is then 3 / 10⁶ at most, which among 10,000
  /// planned templates is 0.03, clearly below the 0.1 of a primary marker; a tenth of the file
  /// would say 0.3 and turn a rare signature into a supporting one.
  static let sufficientTemplates = 1_000_000

  private let model: GenerationModel
  private let counts: BackgroundCounts?

  /// Prepares the look-up.
  ///
  /// - Parameters:
  ///   - germline: The genes.
  ///   - parameters: The tables of the generation model.
  ///   - counts: How often the signatures are in a background file; `nil` without one.
  package init(
    _ germline: GermlineSet,
    _ parameters: GenerationParameters = .clonetrackMMv1,
    counts: BackgroundCounts? = nil
  ) {
    model = GenerationModel(germline, parameters)
    self.counts = counts
  }

  /// The expected number of templates with a signature among `polyclonalTemplates` of its class.
  ///
  /// A file of B templates of the class, x of them with the signature, gives P = (x + 1) / B, and
  /// 3 / B where x is 0 (its upper 95 % bound). Without a find a file of fewer than 10⁶ says less
  /// than the model, which then stands.
  package func estimate(
    of target: SignatureTarget,
    among polyclonalTemplates: Double
  ) -> Estimate {
    guard let type = target.type else { return Estimate(templates: 0, source: .generationModel) }
    let modelled = model.chance(of: target.signature, type: type)
    guard let counts, let total = counts.templates[LocusClass(type)], total > 0 else {
      return Estimate(templates: polyclonalTemplates * modelled, source: .generationModel)
    }
    let found = counts.matches[target] ?? 0
    guard found > 0 || total >= Self.sufficientTemplates else {
      return Estimate(templates: polyclonalTemplates * modelled, source: .generationModel)
    }
    let counted = found == 0 ? 3 / Double(total) : Double(found + 1) / Double(total)
    return Estimate(templates: polyclonalTemplates * min(1, counted), source: .backgroundFile)
  }
}
