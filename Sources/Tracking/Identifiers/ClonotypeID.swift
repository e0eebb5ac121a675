/// What a clonotype of one sample is called in records, tables and messages.
package enum ClonotypeID: Hashable, Sendable {
  /// It is a clone of the baseline, or a candidate for one.
  case clone(CloneID)
  /// It has no name of its own: the row, from 1, of the sample's table of clonotypes, which begins
  /// with the one of most reads.
  case row(Int)
  /// The member of that clonotype's family that its junction does not tell from it.
  case subclone(ofRow: Int)

  /// Reads a name as a record spells it; what names no row is a clone's.
  package init(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, first.hasPrefix(Self.rowPrefix),
      let row = Int(first.dropFirst(Self.rowPrefix.count)), row > 0, parts.count <= 2
    else {
      self = .clone(CloneID(text))
      return
    }
    switch parts.dropFirst().first {
    case nil: self = .row(row)
    case Self.subcloneSuffix?: self = .subclone(ofRow: row)
    default: self = .clone(CloneID(text))
    }
  }

  /// The row of the sample's table that the clonotype is in; `nil` for a clone, which may have any.
  package var row: Int? {
    switch self {
    case .clone: nil
    case .row(let row), .subclone(let row): row
    }
  }

  private static let rowPrefix = "clonotype-"
  private static let subcloneSuffix: Substring = "subclone"
}

extension ClonotypeID: CustomStringConvertible {
  /// The name as records and tables spell it: `P1.IGH_VDJ.1`, `clonotype-7`, `clonotype-7.subclone`.
  package var description: String {
    switch self {
    case .clone(let id): id.text
    case .row(let row): "\(Self.rowPrefix)\(row)"
    case .subclone(let row): "\(Self.rowPrefix)\(row).\(Self.subcloneSuffix)"
    }
  }
}

extension ClonotypeID: ExpressibleByStringLiteral {
  /// A name as a record spells it.
  package init(stringLiteral text: String) { self.init(text) }
}
