/// What the segment of a set file says of a V that is not functional.
struct NonfunctionalVariable {
  /// The end of the segment of a V set apart.
  fileprivate static let mark = "-apart"

  /// What the V is.
  let functionality: Functionality
  /// Whether it is named only where no other fits nearly as well.
  let isSetApart: Bool

  /// Reads a segment such as `V-P` or `V-ORF-apart`; `nil` for everything else.
  init?(segment: String) {
    for functionality in Functionality.allCases where functionality != .functional {
      let plain = "\(Segment.v.rawValue)-\(functionality.rawValue)"
      guard segment == plain || segment == plain + Self.mark else { continue }
      (self.functionality, isSetApart) = (functionality, segment != plain)
      return
    }
    return nil
  }
}

extension GermlineAllele {
  /// The segment as set files name it: `V`, `D`, `J`, or `V-ORF` and `V-P`.
  package var segmentInFile: String {
    functionality == .functional
      ? segment.rawValue : "\(segment.rawValue)-\(functionality.rawValue)"
  }

  /// The segment of an allele set apart as set files name it: `V-ORF-apart` or `V-P-apart`.
  package var segmentSetApart: String { segmentInFile + NonfunctionalVariable.mark }
}
