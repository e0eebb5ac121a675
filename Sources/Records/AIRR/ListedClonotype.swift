/// One row of a sample's `rearrangements.airr.tsv` as exports need it.
package struct ListedClonotype: Hashable, Sendable {
  /// The fields by the names of their columns; empty ones are left out.
  package var fields: [AIRRColumn: String]

  /// Creates a row.
  package init(fields: [AIRRColumn: String]) { self.fields = fields }

  /// Reads of the clonotype; 0 if the table does not say.
  package var reads: Int { fields[.duplicateCount].flatMap { Int($0) } ?? 0 }

  /// The same in every sample: the tracked clone's name, or else kind, first genes and junction, or
  /// what stands for it.
  package var identity: String {
    if let clone = fields[.cloneID] { return clone }
    let genes = [AIRRColumn.vCall, .jCall].map { column in
      fields[column]?.split(separator: ",").first.map(String.init) ?? "-"
    }
    let bases = fields[.junction] ?? fields[.sequence] ?? ""
    return ([fields[.ctRearrangementClass] ?? ""] + genes + [bases]).joined(separator: " ")
  }

  /// A number of a column; `nil` where it is empty.
  package func number(_ column: AIRRColumn) -> Int? { fields[column].flatMap { Int($0) } }
}
