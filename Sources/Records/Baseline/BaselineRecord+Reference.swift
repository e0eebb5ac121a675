extension BaselineRecord {
  /// What changes of the clone are judged against at later visits.
  package struct Reference: Codable, Hashable, Sendable {
    /// Nucleated cells analysed; `nil` if not known.
    @ExplicitNull package var cellEquivalents: Double?
    /// Reads one template gives, from the controls; `nil` if not known.
    @ExplicitNull package var readsPerTemplate: Double?
    /// The index clonotypes, the rejected candidates, then the largest others of each class.
    package var clonotypes: [ReferenceClonotype]
    /// Reads of the largest clonotype of each locus class that is not listed; 0 if all are.
    package var unlistedReads: [String: Int]
    /// Polyclonal clonotypes with hardly any mutation, by V gene and allele.
    package var vAlleles: [String: [String: Int]]

    /// Creates a record.
    package init(
      cellEquivalents: Double?,
      readsPerTemplate: Double?,
      clonotypes: [ReferenceClonotype],
      unlistedReads: [String: Int],
      vAlleles: [String: [String: Int]]
    ) {
      self.cellEquivalents = cellEquivalents
      self.readsPerTemplate = readsPerTemplate
      self.clonotypes = clonotypes
      self.unlistedReads = unlistedReads
      self.vAlleles = vAlleles
    }

    private enum CodingKeys: String, CodingKey {
      case cellEquivalents = "cell_equivalents"
      case readsPerTemplate = "reads_per_template"
      case clonotypes
      case unlistedReads = "unlisted_reads"
      case vAlleles = "v_alleles"
    }
  }
}
