import Crypto
import Diagnostics
import FoundationEssentials
import Reports

/// One line of the audit trail: who ran what on what, with which result.
struct AuditEntry: Codable, Hashable, Sendable {
  /// The schema this type writes and reads.
  static let schemaName = "clonetrack.audit/1"
  /// What stands for the line before the first one.
  static let noDigest = String(repeating: "0", count: 64)

  /// A result that a later one took the place of.
  struct Superseded: Codable, Hashable, Sendable {
    /// Where it was, relative to the result folder.
    var path: String
    /// Where it is now, relative to the result folder.
    var movedTo: String
    /// The sha256 of its bytes, lower-case hexadecimal.
    var sha256: String

    private enum CodingKeys: String, CodingKey {
      case path
      case movedTo = "moved_to"
      case sha256
    }
  }

  /// The schema's name and version.
  var schema = Self.schemaName
  /// The number of the entry, counted from 1.
  var sequence: Int
  /// When the run ended, UTC, ISO 8601.
  var time: String
  /// The name of the user the program ran as.
  var actor: String
  /// The name of the machine.
  var host: String
  /// The command line, argument by argument.
  var command: [String]
  /// The program version.
  var programVersion: String
  /// The files read.
  var inputs: [RunRecord.FileRecord]
  /// The files this run made appear, relative to the result folder.
  var results: [RunRecord.FileRecord]
  /// The results that had to go for them.
  var superseded: [Superseded]
  /// Why results were superseded; `nil` if none was.
  @ExplicitNull var reason: String?
  /// The sha256 of the line before, its end left out; zeros in the first entry.
  var previous: String
  /// The sha256 of this line with this field empty.
  var digest = ""

  private enum CodingKeys: String, CodingKey {
    case schema
    case sequence
    case time
    case actor
    case host
    case command
    case programVersion = "program_version"
    case inputs
    case results
    case superseded
    case reason
    case previous = "prev_sha256"
    case digest = "entry_sha256"
  }
}

extension AuditEntry {
  /// The entry with its digest stated.
  ///
  /// - Throws: `RUN-INTERNAL` if it cannot be written.
  func sealed() throws(Diagnostic) -> AuditEntry {
    var entry = self
    entry.digest = ""
    entry.digest = SHA256.hash(data: try entry.line()).hexadecimal
    return entry
  }

  /// The bytes of the entry's line without its end: sorted keys, no spaces.
  ///
  /// - Throws: `RUN-INTERNAL` if it cannot be written.
  func line() throws(Diagnostic) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(self))
    } catch {
      throw Diagnostic(code: "RUN-INTERNAL", message: "an audit entry cannot be written")
    }
  }
}
