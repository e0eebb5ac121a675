/// The names by which controls and clones are matched to primer families.
package enum PrimerFamily {
  /// The subgroup of an allele or gene name: `IGHV3` of `IGHV3-23*01` or `IGHV3/OR16-9`.
  ///
  /// - Parameter call: one name, or several separated by commas of which the first counts.
  /// - Returns: the name up to the first `-`, `/`, `*` or `,`; `nil` for an empty name.
  package static func name(of call: String) -> String? {
    let name = call.prefix { !"-/*,".contains($0) }
    return name.isEmpty ? nil : String(name)
  }
}
