import Crypto
import Diagnostics
import Files
import Records

/// The decision that a new baseline takes the place of an earlier one.
///
/// Advice to make a new baseline changes nothing by itself: without a named person and a reason no
/// record replaces another.
package struct BaselineReplacement: Hashable, Sendable {
  /// The path of the record in force so far.
  package var replacedPath: String
  /// The person who decided it.
  package var approvedBy: String
  /// The person's reason.
  package var reason: String

  /// Creates a decision.
  package init(replacedPath: String, approvedBy: String, reason: String) {
    self.replacedPath = replacedPath
    self.approvedBy = approvedBy
    self.reason = reason
  }

  /// The decision as the new record states it.
  ///
  /// - Throws: `FILE-MISSING`, or `RECORD-SYNTAX` if the record in force is damaged or of another
  ///   subject.
  func approval(of subject: String) throws(Diagnostic) -> BaselineRecord.Approval {
    let bytes = try InputFile.bytes(of: replacedPath)
    let record = try BaselineRecord.read(from: bytes, path: replacedPath)
    guard record.subject == subject else {
      throw Diagnostic(
        code: "RECORD-SYNTAX",
        message: "the baseline to replace is of subject \(record.subject), expected \(subject)",
        location: .init(path: replacedPath),
        suggestion: "Give the baseline of the same subject."
      )
    }
    return BaselineRecord.Approval(
      approvedBy: approvedBy,
      reason: reason,
      replaces: BaselineIdentity(
        sample: record.sample,
        sha256: SHA256.hash(data: bytes).hexadecimal
      )
    )
  }
}
