import Diagnostics
import Germline
import Records

extension ProgramVersion {
  /// The schemas of the records this version writes.
  package static let schemas = [
    BaselineRecord.schemaName, FollowupRecord.schemaName, BatchRecord.schemaName,
    RunRecord.schemaName, AuditEntry.schemaName, QualityRecord.schemaName,
  ]

  /// Program, germline set and schemas, one line each.
  package static var description: String {
    """
    clonetrack \(program)
    germline \(germline)
    schemas \(schemas.joined(separator: ", "))
    """
  }

  private static var germline: String {
    do throws(Diagnostic) {
      let set = try GermlineSet.default
      return "\(set.name), \(set.version), sha256 \(set.sha256)"
    } catch {
      return "damaged (\(error.code))"
    }
  }
}
