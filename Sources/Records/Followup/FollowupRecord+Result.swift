package import Quantification

extension FollowupRecord {
  /// The answer for one follow-up sample.
  package struct Result: Codable, Hashable, Sendable {
    /// The sample-level call.
    package var call: SampleCall
    /// Clonal cells over nucleated cells, `0...1`; `nil` if not known, never zero for that.
    @ExplicitNull package var mrd: Double?
    /// The 95 % confidence interval of `mrd`.
    package var mrdCI: Interval
    /// The level with evolved members of the clone counted too; `nil` without any.
    ///
    /// Never the primary level.
    @ExplicitNull package var familyMRD: Double?
    /// The level detected with 95 % probability, `0...1`; `nil` if not known.
    @ExplicitNull package var lod95: Double?
    /// The lowest level that is quantified, `0...1`; `nil` if not known.
    @ExplicitNull package var loq: Double?
    /// Nucleated cells analysed in the replicates used; `nil` if not known.
    @ExplicitNull package var cellEquivalents: Double?
    /// What the cells were counted by; `nil` if they were not.
    @ExplicitNull package var cellSource: CellSource?
    /// Clonal templates behind `mrd`; `nil` if not known.
    @ExplicitNull package var templates: Double?
    /// Reads one template gives, from the controls; `nil` if not known.
    @ExplicitNull package var readsPerTemplate: Double?
    /// The status at each cutoff, keyed `1e-4`, `1e-5`, `1e-6`.
    package var status: [String: CutoffStatus]
    /// What the statuses do not say by themselves, keyed as they are; cutoffs without any are left
    /// out.
    package var annotations: [String: [CutoffAnnotation]]
    /// What the level rests on.
    package var quantification: QuantificationRecord

    /// Creates a record.
    package init(
      call: SampleCall,
      mrd: Double?,
      mrdCI: Interval,
      familyMRD: Double?,
      lod95: Double?,
      loq: Double?,
      cellEquivalents: Double?,
      cellSource: CellSource?,
      templates: Double?,
      readsPerTemplate: Double?,
      status: [String: CutoffStatus],
      annotations: [String: [CutoffAnnotation]] = [:],
      quantification: QuantificationRecord = .unknown
    ) {
      self.call = call
      self.mrd = mrd
      self.mrdCI = mrdCI
      self.familyMRD = familyMRD
      self.lod95 = lod95
      self.loq = loq
      self.cellEquivalents = cellEquivalents
      self.cellSource = cellSource
      self.templates = templates
      self.readsPerTemplate = readsPerTemplate
      self.status = status
      self.annotations = annotations
      self.quantification = quantification
    }

    private enum CodingKeys: String, CodingKey {
      case call
      case mrd
      case mrdCI = "mrd_ci"
      case familyMRD = "family_mrd"
      case lod95
      case loq
      case cellEquivalents = "cell_equivalents"
      case cellSource = "cell_source"
      case templates
      case readsPerTemplate = "reads_per_template"
      case status
      case annotations
      case quantification
    }
  }
}
