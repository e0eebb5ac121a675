extension FollowupRecord {
  /// One sign that the clone has changed since baseline (article "Clonal drift",
  /// section 2).
  package struct DriftRecord: Codable, Hashable, Sendable {
    /// The drift code, such as `DR-SHM`; `DR-NEW?` is one to watch.
    package var event: String
    /// The raw value of a `Diagnostic.Severity`.
    package var severity: String
    /// What the event says of the clone: `related`, `discordant`, `lost`, `unrelated`, `watch` or
    /// `expanded`.
    package var verdict: String
    /// What was found, with values.
    package var message: String
    /// What to do about it; `nil` if nothing is known to be done.
    @ExplicitNull package var remedy: String?
    /// The tracked clonotype it concerns; `nil` if it concerns none.
    @ExplicitNull package var cloneID: String?
    /// The clonotype that emerged; `nil` if none did.
    @ExplicitNull package var newCloneID: String?
    /// V alleles of the emerged clonotype, comma-separated.
    @ExplicitNull package var vCall: String?
    /// J alleles of the emerged clonotype, comma-separated.
    @ExplicitNull package var jCall: String?
    /// The junction of the emerged clonotype.
    @ExplicitNull package var junction: String?
    /// The bases shared with the tracked clonotype; `nil` if the rule uses none.
    @ExplicitNull package var stem: String?
    /// Differing bases from the tracked clonotype; `nil` if the rule uses none.
    @ExplicitNull package var distance: Int?
    /// Reads of the emerged clonotype; `nil` if none emerged.
    @ExplicitNull package var duplicateCount: Int?
    /// Molecules of the emerged clonotype; `nil` if not known.
    @ExplicitNull package var templates: Double?
    /// Its share of its locus class, `0...1`; `nil` if not known.
    @ExplicitNull package var likeFraction: Double?
    /// Its share of nucleated cells, `0...1`; `nil` if not known.
    @ExplicitNull package var cellFraction: Double?
    /// Its frequency over that at the earlier visit; `nil` if not known.
    @ExplicitNull package var foldChange: Double?
    /// The probability of as much by chance, `0...1`; `nil` if not tested.
    @ExplicitNull package var pValue: Double?

    /// Creates a record.
    package init(
      event: String,
      severity: String,
      verdict: String,
      message: String,
      remedy: String?,
      cloneID: String?,
      newCloneID: String?,
      vCall: String?,
      jCall: String?,
      junction: String?,
      stem: String?,
      distance: Int?,
      duplicateCount: Int?,
      templates: Double?,
      likeFraction: Double?,
      cellFraction: Double?,
      foldChange: Double?,
      pValue: Double?
    ) {
      self.event = event
      self.severity = severity
      self.verdict = verdict
      self.message = message
      self.remedy = remedy
      self.cloneID = cloneID
      self.newCloneID = newCloneID
      self.vCall = vCall
      self.jCall = jCall
      self.junction = junction
      self.stem = stem
      self.distance = distance
      self.duplicateCount = duplicateCount
      self.templates = templates
      self.likeFraction = likeFraction
      self.cellFraction = cellFraction
      self.foldChange = foldChange
      self.pValue = pValue
    }

    private enum CodingKeys: String, CodingKey {
      case event
      case severity
      case verdict
      case message
      case remedy
      case cloneID = "clone_id"
      case newCloneID = "new_clone_id"
      case vCall = "v_call"
      case jCall = "j_call"
      case junction
      case stem
      case distance
      case duplicateCount = "duplicate_count"
      case templates
      case likeFraction = "like_fraction"
      case cellFraction = "cell_fraction"
      case foldChange = "fold_change"
      case pValue = "p_value"
    }
  }
}
