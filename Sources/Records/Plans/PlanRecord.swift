package import Quantification

/// What a cutoff needs and what a sample reaches: the output of `clonetrack plan --json`.
package struct PlanRecord: RecordFile, Hashable {
  /// The schema's name and version.
  package static let schemaName = "clonetrack.plan/1"
  /// The command that writes it.
  package static let writer = "clonetrack plan"

  /// Cells and the DNA they are in.
  package struct Amount: Codable, Hashable, Sendable {
    /// Nucleated cells, rounded up.
    package var cells: Double
    /// Their DNA, ng, the part that does not amplify included.
    package var dnaNanograms: Double

    /// Puts the parts together.
    package init(cells: Double, dnaNanograms: Double) {
      self.cells = cells
      self.dnaNanograms = dnaNanograms
    }

    private enum CodingKeys: String, CodingKey {
      case cells
      case dnaNanograms = "dna_ng"
    }
  }

  /// What one cutoff needs.
  package struct Need: Codable, Hashable, Sendable {
    /// The cutoff.
    package var cutoff: Double
    /// The amounts that hold 1, 2 and 3 templates with the power asked for, every one being seen.
    package var byTemplates: [Amount]
    /// The amount that holds 5 templates in the mean: a rule of thumb.
    package var ruleOfThumb: Amount
    /// The amount at the depth planned; `nil` if a sample fails at that depth, however large.
    @ExplicitNull package var needed: Amount?
    /// The replicates that hold it; `nil` without DNA a replicate.
    @ExplicitNull package var replicates: Int?
    /// The reads of the control in all replicates; `nil` without DNA a replicate.
    @ExplicitNull package var controlReads: Double?
    /// The reads of each 1 % of the cells that carry a rearrangement the primers amplify.
    @ExplicitNull package var readsPerPercent: Double?
    /// The reads of controls and rearrangements together; `nil` if the share of those is not known.
    @ExplicitNull package var reads: Double?

    /// Puts the parts together.
    package init(
      cutoff: Double,
      byTemplates: [Amount],
      ruleOfThumb: Amount,
      needed: Amount?,
      replicates: Int?,
      controlReads: Double?,
      readsPerPercent: Double?,
      reads: Double?
    ) {
      self.cutoff = cutoff
      self.byTemplates = byTemplates
      self.ruleOfThumb = ruleOfThumb
      self.needed = needed
      self.replicates = replicates
      self.controlReads = controlReads
      self.readsPerPercent = readsPerPercent
      self.reads = reads
    }

    private enum CodingKeys: String, CodingKey {
      case cutoff, needed, replicates, reads
      case byTemplates = "by_templates"
      case ruleOfThumb = "rule_of_thumb"
      case controlReads = "control_reads"
      case readsPerPercent = "reads_per_percent"
    }
  }

  /// What one sample reaches.
  package struct Reach: Codable, Hashable, Sendable {
    /// DNA in each replicate, ng.
    package var dnaNanograms: Double
    /// The replicates.
    package var replicates: Int
    /// The nucleated cells.
    package var cells: Double
    /// The level detected with 95 %; `nil` if there is none.
    @ExplicitNull package var lod95: Double?
    /// The lowest level that is quantified.
    @ExplicitNull package var loq: Double?
    /// The upper end of the 95 % interval of a sample without a clonal read.
    @ExplicitNull package var upperWithoutReads: Double?
    /// The coefficient of variation that the controls bring into every level.
    @ExplicitNull package var controlVariation: Double?
    /// The statuses that are possible at each cutoff, keyed `1e-4`.
    package var statuses: [String: [CutoffStatus]]
    /// The findings that the plan alone brings about.
    package var findings: [FindingRecord]

    /// Puts the parts together.
    package init(
      dnaNanograms: Double,
      replicates: Int,
      cells: Double,
      lod95: Double?,
      loq: Double?,
      upperWithoutReads: Double?,
      controlVariation: Double?,
      statuses: [String: [CutoffStatus]],
      findings: [FindingRecord]
    ) {
      self.dnaNanograms = dnaNanograms
      self.replicates = replicates
      self.cells = cells
      self.lod95 = lod95
      self.loq = loq
      self.upperWithoutReads = upperWithoutReads
      self.controlVariation = controlVariation
      self.statuses = statuses
      self.findings = findings
    }

    private enum CodingKeys: String, CodingKey {
      case replicates, cells, lod95, loq, statuses, findings
      case dnaNanograms = "dna_ng"
      case upperWithoutReads = "upper_without_reads"
      case controlVariation = "control_cv"
    }
  }

  /// `clonetrack.plan/1`.
  package var schema = Self.schemaName
  /// The program's version.
  package var programVersion: String
  /// The thresholds.
  package var profile: ProfileIdentity
  /// The assay.
  package var assay: AssayIdentity
  /// The chance of seeing a clone as frequent as the cutoff.
  package var power: Double
  /// The templates of the clone that must be there.
  package var templates: Int
  /// The DNA of one cell, pg.
  package var picogramsPerGenome: Double
  /// The amplifiable share of the DNA; `nil` if not known, which counts as all of it.
  @ExplicitNull package var amplifiability: Double?
  /// The mean reads of a template.
  package var readsPerTemplate: Double
  /// The fewest reads of a detected clone without background.
  package var minimumReads: Int
  /// The chance that one template is detected.
  package var singleTemplateDetection: Double
  /// The copies of the controls in each replicate.
  package var controlCopies: Double
  /// What each cutoff needs, in the order asked for.
  package var cutoffs: [Need]
  /// What the sample reaches; `nil` without DNA a replicate.
  @ExplicitNull package var sample: Reach?

  /// Puts the parts together.
  package init(
    programVersion: String,
    profile: ProfileIdentity,
    assay: AssayIdentity,
    power: Double,
    templates: Int,
    picogramsPerGenome: Double,
    amplifiability: Double?,
    readsPerTemplate: Double,
    minimumReads: Int,
    singleTemplateDetection: Double,
    controlCopies: Double,
    cutoffs: [Need],
    sample: Reach?
  ) {
    self.programVersion = programVersion
    self.profile = profile
    self.assay = assay
    self.power = power
    self.templates = templates
    self.picogramsPerGenome = picogramsPerGenome
    self.amplifiability = amplifiability
    self.readsPerTemplate = readsPerTemplate
    self.minimumReads = minimumReads
    self.singleTemplateDetection = singleTemplateDetection
    self.controlCopies = controlCopies
    self.cutoffs = cutoffs
    self.sample = sample
  }

  private enum CodingKeys: String, CodingKey {
    case schema, profile, assay, power, templates, amplifiability, cutoffs, sample
    case programVersion = "program_version"
    case picogramsPerGenome = "pg_per_genome"
    case readsPerTemplate = "reads_per_template"
    case minimumReads = "minimum_reads"
    case singleTemplateDetection = "single_template_detection"
    case controlCopies = "control_copies"
  }
}
