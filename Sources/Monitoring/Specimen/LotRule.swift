package import Diagnostics

/// Flags a lot of internal control that is expired or not qualified.
///
/// Held against the day of the library; where that is not stated, against the day of collection,
/// before which no library was made.
package enum LotRule: FindingRule {
  /// The code of the findings.
  package static let code = "IC-LOT"

  /// The finding about a sample; `nil` if it passes or nothing is known.
  package static func finding(for evidence: SpecimenEvidence) -> Diagnostic? {
    let name = evidence.lot.map { "lot \($0)" } ?? "the lot"
    if evidence.isLotQualified == false {
      return diagnostic(.failure, "\(name) of the internal control is not qualified, it must be")
    }
    guard let expiry = evidence.lotExpiry,
      let used = evidence.libraryDate ?? evidence.collectionDate, used > expiry
    else { return nil }
    return diagnostic(
      .failure,
      .init("days past the lot's expiry", Double(expiry.days(to: used)), limit: 0),
      "\(name) of the internal control expired on \(expiry) and was used on \(used) or later"
    )
  }
}
