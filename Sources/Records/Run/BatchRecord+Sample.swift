package import Monitoring
package import Quantification

extension BatchRecord {
  /// Whether a sample could be read.
  package enum State: String, CaseIterable, Codable, Hashable, Sendable {
    /// It was read and judged.
    case done
    /// It could not; the finding `SW-FAIL` says why.
    case error
  }

  /// One sample of a run.
  package struct Sample: Codable, Hashable, Sendable {
    /// The sample.
    package var sample: String
    /// The subject the sample is from; what the sheet says for a control.
    package var subject: String
    /// What the sample is for: `DX`, `PRE_TX`, `RELAPSE`, `PD`, `FU`, `NTC`, `POS` or `NEG`.
    package var role: String
    /// The visit as the sheet names it; `nil` if it does not.
    @ExplicitNull package var visit: String?
    /// The folder of its results, relative to the record; `nil` if it has none.
    @ExplicitNull package var folder: String?
    /// Whether the sample could be read.
    package var state: State
    /// What a baseline gave to track; `nil` for any other sample.
    @ExplicitNull package var verdict: BaselineVerdict?
    /// The call of a follow-up; `nil` for any other sample.
    @ExplicitNull package var call: SampleCall?
    /// Clonal cells over nucleated cells, `0...1`; `nil` if not known.
    @ExplicitNull package var mrd: Double?
    /// The 95 % confidence interval of `mrd`.
    package var mrdCI: Interval
    /// The level detected with 95 % probability, `0...1`; `nil` if not known.
    @ExplicitNull package var lod95: Double?
    /// The lowest level that is quantified, `0...1`; `nil` if not known.
    @ExplicitNull package var loq: Double?
    /// Nucleated cells analysed; `nil` if not known.
    @ExplicitNull package var cellEquivalents: Double?
    /// The status at each cutoff, keyed `1e-4`, `1e-5`, `1e-6`; empty without a call.
    package var status: [String: CutoffStatus]
    /// Reads one template gives, from the controls; `nil` if not known.
    @ExplicitNull package var readsPerTemplate: Double?
    /// What a person has to know.
    package var findings: [FindingRecord]
    /// The internal controls, in the order of the assay file.
    package var controls: [ControlRecord]
    /// What the sheet says about the sample, by column, read files left out.
    package var metadata: [String: String]

    /// Creates a record.
    package init(
      sample: String,
      subject: String,
      role: String,
      visit: String?,
      folder: String?,
      state: State,
      verdict: BaselineVerdict?,
      call: SampleCall?,
      mrd: Double?,
      mrdCI: Interval,
      lod95: Double?,
      loq: Double?,
      cellEquivalents: Double?,
      status: [String: CutoffStatus],
      readsPerTemplate: Double?,
      findings: [FindingRecord],
      controls: [ControlRecord],
      metadata: [String: String]
    ) {
      self.sample = sample
      self.subject = subject
      self.role = role
      self.visit = visit
      self.folder = folder
      self.state = state
      self.verdict = verdict
      self.call = call
      self.mrd = mrd
      self.mrdCI = mrdCI
      self.lod95 = lod95
      self.loq = loq
      self.cellEquivalents = cellEquivalents
      self.status = status
      self.readsPerTemplate = readsPerTemplate
      self.findings = findings
      self.controls = controls
      self.metadata = metadata
    }

    private enum CodingKeys: String, CodingKey {
      case sample
      case subject
      case role
      case visit
      case folder
      case state
      case verdict
      case call
      case mrd
      case mrdCI = "mrd_ci"
      case lod95
      case loq
      case cellEquivalents = "cell_equivalents"
      case status
      case readsPerTemplate = "reads_per_template"
      case findings
      case controls
      case metadata
    }
  }
}
