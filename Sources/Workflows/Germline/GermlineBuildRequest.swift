/// What `clonetrack germline build` is asked for.
package struct GermlineBuildRequest: Hashable, Sendable {
  /// The source files, FASTA or AIRR germline set JSON; told apart by their first byte.
  package var sources: [String]
  /// The set's name; `nil` to take it from the first JSON source.
  package var name: String?
  /// The set's version; `nil` to take it from the JSON sources.
  package var version: String?
  /// Where the sequences come from; empty if not stated.
  package var origin: String
  /// The licence of the sequences; empty if not stated.
  package var licence: String
  /// What to cite; empty if not stated.
  package var citation: String
  /// The species to take, as the start of its name; `nil` to take all.
  package var species: String?
  /// Whether gaps, flanks and elements the sources lack come from the built-in set.
  package var usesDefaults: Bool
  /// The file to write.
  package var output: String
  /// Whether a file of that name is replaced.
  package var replaces: Bool

  /// Creates a request.
  package init(
    sources: [String],
    name: String? = nil,
    version: String? = nil,
    origin: String = "",
    licence: String = "",
    citation: String = "",
    species: String? = nil,
    usesDefaults: Bool = true,
    output: String,
    replaces: Bool = false
  ) {
    self.sources = sources
    self.name = name
    self.version = version
    self.origin = origin
    self.licence = licence
    self.citation = citation
    self.species = species
    self.usesDefaults = usesDefaults
    self.output = output
    self.replaces = replaces
  }
}
